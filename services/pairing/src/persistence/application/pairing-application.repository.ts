import { NATION } from '@qianshou/kernel';
import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  EVIDENCE,
  keysetPage,
  oneOf,
  type Publish,
  trusted,
  withinCounties,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { ApplicationFilter, Applications } from '../../application/application/ports.ts';
import { applicationNotFound } from '../../domain/reference/errors.ts';
import type { ApplicationEvent, PairingApplication } from '../../domain/application/pairing-application.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const optionalMoment = { type: Date, default: null } as const;

const applicationSchema = aggregateSchema(
  {
    schemeId: text,
    dispatchingAgencyId: text,
    recipientAgencyId: text,
    countyCode: text,
    dispatchProvinceCode: text,
    audience: [text],
    jointPlan: text,
    taskGroups: [text],
    continuesEarlierPairing: { type: Boolean, required: true },
    proposedBy: text,
    consentDocuments: [{ _id: false, side: text, documentNo: text, givenOn: text }],
    recommendation: {
      type: { _id: false, verdict: text, opinion: text, document: EVIDENCE, on: text },
      default: null,
    },
    status: text,
    submittedAt: optionalMoment,
    decidedAt: optionalMoment,
    reviewOpinion: optionalText,
    pairingId: optionalText,
  },
  [
    { keys: { schemeId: 1, _id: 1 } },
    { keys: { audience: 1, _id: 1 } },
    { keys: { audience: 1, status: 1, _id: 1 } },
  ],
);

export function mongoApplications(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<PairingApplication, ApplicationEvent>,
): Applications {
  const model = aggregateModel(connection, 'PairingApplication', applicationSchema, 'pairing_applications');
  const store = aggregateStore<PairingApplication, ApplicationEvent>({
    connection,
    model,
    aggregate: 'application',
    outbox,
    publish,
    notFound: applicationNotFound,
  });
  return {
    ...store,
    list: (filter, direction, page) =>
      keysetPage<PairingApplication>({
        model,
        filter: toFilter(filter),
        order: [{ path: '_id', direction }],
        page,
      }),
  };
}

function toFilter({ status, scope, within, ...ids }: ApplicationFilter): Record<string, unknown> {
  const { schemeId, dispatchingAgencyId, recipientAgencyId } = ids;
  const exactly = { schemeId, dispatchingAgencyId, recipientAgencyId };
  const named = Object.entries(exactly).filter(([, value]) => value !== null);
  // The same words as the policy's `maySee`. Somebody with neither region nor agency is let in nowhere.
  const audience =
    scope === null
      ? [dispatchingAgencyId ?? recipientAgencyId ?? within ?? NATION]
      : [...scope.regions, ...scope.agencyIds];
  return {
    ...Object.fromEntries(named),
    ...oneOf('status', status),
    ...(within === null ? {} : { countyCode: withinCounties(within) }),
    audience: trusted({ $in: audience }),
  };
}
