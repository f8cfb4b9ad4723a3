import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  EVIDENCE,
  keysetPage,
  oneOf,
  type Publish,
  toState,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { RenewalFilter, Renewals } from '../../application/renewal/ports.ts';
import type { ReadScope } from '../../domain/policy.ts';
import { renewalNotFound } from '../../domain/renewal/errors.ts';
import type { RenewalDecision, RenewalEvent } from '../../domain/renewal/renewal.ts';
import { inRegion, isOfManyCounties, readable } from '../reference/read-scope.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;

const BY_DAY = { decideBy: 1, _id: 1, countyCode: 1, status: 1 } as const;

const renewalSchema = aggregateSchema(
  {
    status: text,
    postingId: text,
    workerId: text,
    countyCode: text,
    townshipCode: optionalText,
    operatorAgencyId: optionalText,
    deadline: text,
    proposedOn: text,
    decideBy: text,
    outcome: optionalText,
    until: optionalText,
    decidedBy: optionalText,
    settledOn: optionalText,
    reason: optionalText,
    evidence: EVIDENCE,
  },
  [
    // One proposal at a time.
    { keys: { postingId: 1 }, unique: true, where: { status: 'PROPOSED' } },
    { keys: { countyCode: 1, decideBy: 1, _id: 1 } },
    { keys: { countyCode: 1, status: 1, decideBy: 1, _id: 1 } },
    { keys: { townshipCode: 1, decideBy: 1, _id: 1 } },
    { keys: { operatorAgencyId: 1, decideBy: 1, _id: 1 } },
    { keys: { workerId: 1, decideBy: 1, _id: 1 } },
    { keys: BY_DAY },
  ],
);

export function mongoRenewals(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<RenewalDecision, RenewalEvent>,
): Renewals {
  const model = aggregateModel(connection, 'RenewalDecision', renewalSchema, 'renewal_decisions');
  const store = aggregateStore<RenewalDecision, RenewalEvent>({
    connection,
    model,
    aggregate: 'renewal-decision',
    personal: true,
    outbox,
    publish,
    notFound: renewalNotFound,
  });
  return {
    ...store,
    findOpenOf: async (postingId) => {
      const found = await model.findOne({ postingId, status: 'PROPOSED' }).lean();
      return found === null ? null : toState<RenewalDecision>(found);
    },
    list: (scope, filter, page) =>
      keysetPage<RenewalDecision>({
        model,
        filter: {
          ...toFilter(filter),
          $and: trusted([readable(scope, { agency: 'operatorAgencyId', worker: 'workerId' })]),
        },
        order: [{ path: 'decideBy', direction: 'ASC' }],
        page,
        ...indexFor(scope, filter),
      }),
  };
}

function indexFor(scope: ReadScope, { workerId, within }: RenewalFilter) {
  return workerId === null && isOfManyCounties(scope, within) ? { index: BY_DAY } : {};
}

function toFilter({ within, workerId, status }: RenewalFilter): Record<string, unknown> {
  return {
    ...(within === null ? {} : inRegion(within)),
    ...(workerId === null ? {} : { workerId }),
    ...oneOf('status', status),
  };
}
