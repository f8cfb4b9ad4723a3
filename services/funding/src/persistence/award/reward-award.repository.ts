import type { Page, PageRequest } from '@qianshou/kernel';
import {
  type AggregateModel,
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  keysetPage,
  type Publish,
  toState,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { AwardFilter, Awards } from '../../application/award/ports.ts';
import { awardExists, awardNotFound } from '../../domain/reference/errors.ts';
import type {
  AppliedAward,
  ApprovedAward,
  AwardEvent,
  RewardAward,
} from '../../domain/award/reward-award.ts';
import {
  boundInYear,
  having,
  inPlace,
  inStatus,
  byPlace,
  LATEST_FIRST_KEYS,
  openIs,
  orderedBy,
  between,
} from '../reference/filters.ts';
import { ofStationYears, ofYear } from '../reference/of-year.ts';
import { carriedOverField, partsField } from '../reference/source-parts.schema.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;

const awardSchema = aggregateSchema(
  {
    countyCode: text,
    year: { type: Number, required: true },
    programme: text,
    budgetPlanId: text,
    stationId: text,
    kind: text,
    amountFen: { type: BigInt, required: true },
    sources: partsField,
    carriedOver: carriedOverField,
    status: text,
    appliedBy: text,
    payeeName: optionalText,
    acceptanceCheckId: optionalText,
    approvedBy: optionalText,
    paidOn: optionalText,
    closed: { type: { _id: false, by: String, on: String, reason: String }, default: null },
  },
  [
    // What a station is rewarded for, it is rewarded for once.
    {
      keys: { kind: 1, stationId: 1 },
      unique: true,
      where: { status: { $in: ['APPLIED', 'ACCEPTED', 'APPROVED', 'PAID'] } },
    },
    { keys: { stationId: 1, ...LATEST_FIRST_KEYS } },
    { keys: LATEST_FIRST_KEYS },
    { keys: { amountFen: 1, _id: 1 } },
    { keys: { status: 1, ...LATEST_FIRST_KEYS } },
  ],
  { retired: [{ stationId: 1, kind: 1 }] },
);

const OPEN_AWARDS: readonly RewardAward['status'][] = ['APPLIED', 'ACCEPTED', 'APPROVED'];

export function mongoAwards(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<RewardAward, AwardEvent>,
): Awards {
  const model = aggregateModel(connection, 'RewardAward', awardSchema, 'reward_awards');
  const store = aggregateStore<RewardAward, AwardEvent>({
    connection,
    model,
    aggregate: 'reward-award',
    outbox,
    publish,
    notFound: awardNotFound,
    unique: { kind: awardExists, stationId: awardExists },
  });
  return {
    ...store,
    ofYear: ofYear<RewardAward>(model),
    ofStationYears: ofStationYears<RewardAward>(model, 'stationId', ({ stationId }) => [stationId]),
    findBoundIn: async (place) => {
      const found = await model.find({ ...boundInYear(place), status: 'APPROVED' }).lean();
      return found.map((document) => toState<ApprovedAward>(document));
    },
    list: (filter, page) => listOf(model, filter, page),
    listApplied: async (stationId) => {
      const documents = await model.find({ stationId, status: 'APPLIED' }).lean();
      return documents.map((document) => toState<AppliedAward>(document));
    },
  };
}

function listOf(
  model: AggregateModel,
  { stationId, status, kind, amount, open, order, ...place }: AwardFilter,
  page: PageRequest,
): Promise<Page<RewardAward>> {
  const own = { ...having({ stationId, kind }), ...inStatus(status), ...between('amountFen', amount) };
  return keysetPage<RewardAward>({
    model,
    filter: { ...inPlace(place), ...own, ...openIs(open, OPEN_AWARDS) },
    ...(order === 'AMOUNT' ? orderedBy('amountFen') : byPlace({ open, ranges: [amount] }, { stationId })),
    page,
  });
}
