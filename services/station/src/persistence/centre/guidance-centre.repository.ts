import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  EVIDENCE,
  keysetPage,
  namedLike,
  oneOf,
  type Publish,
  SEARCH_TOKENS,
  STRUCK,
  toState,
  trusted,
  withinCounties,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { CentreFilter, Centres } from '../../application/centre/ports.ts';
import { centreAlreadyPlanned, centreNotFound } from '../../domain/centre/errors.ts';
import {
  type CentreEvent,
  type GuidanceCentre,
  STANDING_STATUSES,
} from '../../domain/centre/guidance-centre.ts';

/** What was struck out is listed only where it is asked for. */
const NOT_STRUCK = [...STANDING_STATUSES, 'CLOSED'] as const;

const text = { type: String, required: true } as const;

const centreSchema = aggregateSchema(
  {
    countyCode: text,
    name: text,
    operatorAgencyId: text,
    expertTeam: { type: String, default: null },
    workers: [String],
    status: text,
    openedOn: { type: String, default: null },
    operatorChanges: [
      {
        _id: false,
        from: text,
        reason: text,
        handOver: [String],
        before: { _id: false, operatorAgencyId: text },
      },
    ],
    closure: { type: { _id: false, reason: text, closedOn: text }, default: null },
    struck: { ...STRUCK, default: undefined },
    corrections: [
      {
        _id: false,
        on: text,
        reason: text,
        evidence: EVIDENCE,
        name: text,
        openedOn: { type: String, default: null },
      },
    ],
  },
  [
    // STA-5: one centre per county; a closed one frees it.
    { keys: { countyCode: 1 }, unique: true, where: { status: { $in: STANDING_STATUSES } } },
    { keys: { countyCode: 1, _id: 1 } },
    { keys: { status: 1, countyCode: 1, _id: 1 } },
    { keys: { [SEARCH_TOKENS]: 1, countyCode: 1, _id: 1 } },
  ],
  { searchedBy: 'name', retired: [{ countyCode: 1 }] },
);

export function mongoCentres(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<GuidanceCentre, CentreEvent>,
): Centres {
  const model = aggregateModel(connection, 'GuidanceCentre', centreSchema, 'guidance_centres');
  const store = aggregateStore<GuidanceCentre, CentreEvent>({
    connection,
    model,
    aggregate: 'guidance-centre',
    outbox,
    publish,
    notFound: centreNotFound,
    unique: { countyCode: centreAlreadyPlanned },
  });
  return {
    ...store,
    list: (filter, page) =>
      keysetPage<GuidanceCentre>({
        model,
        filter: toFilter(filter),
        order: [{ path: 'countyCode', direction: 'ASC' }],
        page,
      }),
    findByCounties: async (codes) => {
      const standing = trusted({ $in: [...STANDING_STATUSES] });
      const documents = await model
        .find({ countyCode: trusted({ $in: [...codes] }), status: standing })
        .lean();
      const centres = documents.map((document) => toState<GuidanceCentre>(document));
      return codes.map((code) => centres.find(({ countyCode }) => countyCode === code) ?? null);
    },
  };
}

function toFilter({ within, name, status }: CentreFilter): Record<string, unknown> {
  return {
    ...(within === null ? {} : { countyCode: withinCounties(within) }),
    ...namedLike(name),
    ...oneOf('status', status ?? NOT_STRUCK),
  };
}
