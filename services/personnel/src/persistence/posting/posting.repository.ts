import { isCounty, levelOf, type RegionCode } from '@qianshou/kernel';
import {
  type AggregateModel,
  aggregateStore,
  type Connection,
  keysetPage,
  oneOf,
  type Publish,
  toState,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { DeadlineFilter, DueFilter, PostingFilter, Postings } from '../../application/posting/ports.ts';
import type { ReadScope } from '../../domain/policy.ts';
import { postingNotFound } from '../../domain/posting/errors.ts';
import {
  type LeftPosting,
  ON_DUTY_STATUSES,
  type Posting,
  type PostingEvent,
  type PostingOnDuty,
  type PressablePosting,
} from '../../domain/posting/posting.ts';
import {
  BY_DEADLINE,
  DEADLINES_OF_COUNTY,
  DEADLINES_OF_WORKER,
  IN_ORDER,
  postingModel,
} from './posting.model.ts';
import { inCounties, isOfManyCounties, readable } from '../reference/read-scope.ts';

/** The operator of the post reads it, and whoever holds it. */
const READABLE_BY = { agency: 'operatorAgencyId', worker: 'workerId' } as const;

const notOver = trusted({ $ne: 'LEFT' });

export function mongoPostings(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<Posting, PostingEvent>,
): Postings {
  const model = postingModel(connection);
  const store = aggregateStore<Posting, PostingEvent>({
    connection,
    model,
    aggregate: 'posting',
    outbox,
    publish,
    notFound: postingNotFound,
  });
  return {
    ...store,
    ...listsOf(model),
    ...askedByRules(model),
    listDueForReview: (filter, page) =>
      keysetPage<PostingOnDuty>({
        model,
        filter: toDueFilter(filter),
        order: [{ path: 'reviewFrom', direction: 'ASC' }],
        page,
      }),
    findStationStaff: (ids) => staffOf(model, 'stationId', ids),
    findCentreStaff: (ids) => staffOf(model, 'centreId', ids),
  };
}

function listsOf(model: AggregateModel): Pick<Postings, 'list' | 'listDeadlines'> {
  return {
    list: (scope, filter, page) =>
      keysetPage<Posting>({
        model,
        filter: { ...toFilter(filter), $and: trusted([readable(scope, READABLE_BY)]) },
        order: [{ path: 'startsOn', direction: 'DESC' }],
        page,
        ...(filter.workerId === null && isOfManyCounties(scope, filter.within) ? { index: IN_ORDER } : {}),
      }),
    listDeadlines: (scope, filter, page) =>
      keysetPage<PressablePosting>({
        model,
        filter: { ...toDeadlineFilter(filter), $and: trusted([readable(scope, READABLE_BY)]) },
        order: [{ path: 'clock.deadline', direction: 'ASC' }],
        page,
        ...indexOfDeadlines(scope, filter),
      }),
  };
}

type AskedByRules = Pick<
  Postings,
  'countSeatsTaken' | 'findFullTime' | 'listBound' | 'listClocked' | 'listRunning' | 'listAt'
>;

function askedByRules(model: AggregateModel): AskedByRules {
  return {
    countSeatsTaken: ({ stationId, centreId }, role) =>
      model.countDocuments({ stationId, centreId, role, status: notOver }).exec(),
    findFullTime: async (workerId) => (await postingsOf(model, { workerId, fullTime: true }))[0] ?? null,
    listBound: (workerId) =>
      postingsOf(model, { workerId, certificate: trusted({ $in: ['HELD', 'WAITING', 'RUNNING'] }) }),
    listClocked: async (workerId, countyCode) => {
      const clocked = { workerId, countyCode, status: 'LEFT', clock: trusted({ $ne: null }) };
      return (await model.find(clocked).lean()).map((document) => toState<LeftPosting>(document));
    },
    listRunning: (countyCode) => postingsOf(model, { countyCode, certificate: 'RUNNING' }),
    listAt: ({ stationId, centreId }) => postingsOf(model, { stationId, centreId }),
  };
}

/** What is over does not count: seats and clocks are about the present. */
async function postingsOf(
  model: AggregateModel,
  filter: Readonly<Record<string, unknown>>,
): Promise<readonly Posting[]> {
  const documents = await model.find({ ...filter, status: notOver }).lean();
  return documents.map((document) => toState<Posting>(document));
}

async function staffOf(
  model: AggregateModel,
  place: 'centreId' | 'stationId',
  ids: readonly string[],
): Promise<readonly (readonly PostingOnDuty[])[]> {
  const documents = await model
    .find({ [place]: trusted({ $in: [...ids] }), status: trusted({ $in: [...ON_DUTY_STATUSES] }) })
    .sort({ _id: 1 })
    .lean();
  const postings = documents.map((document) => toState<PostingOnDuty>(document));
  return ids.map((id) => postings.filter((posting) => posting[place] === id));
}

function toDueFilter({ countyCode, on }: DueFilter): Record<string, unknown> {
  return {
    ...(countyCode === null ? {} : { countyCode }),
    // The type makes the partial index usable: it holds only what is open.
    reviewFrom: trusted({ $type: 'string', $lte: on }),
  };
}

/** The planner judges by what is there today; a status filter would lead it to an index that leaves the order to a sort. */
function indexOfDeadlines(
  scope: ReadScope,
  { workerId, within }: DeadlineFilter,
): { readonly index?: Readonly<Record<string, 1>> } {
  if (workerId !== null) return { index: DEADLINES_OF_WORKER };
  if (within === null && scope.regions.length === 0) return {};
  return { index: isOfOneCounty(scope, within) ? DEADLINES_OF_COUNTY : BY_DEADLINE };
}

function isOfOneCounty({ regions, agencyIds, workerIds }: ReadScope, within: RegionCode | null): boolean {
  if (within !== null) return isCounty(within);
  const [only] = regions;
  const others = regions.length - 1 + agencyIds.length + workerIds.length;
  return only !== undefined && others === 0 && isCounty(only);
}

/** The standing makes the partial index usable: it holds only clocks that run. */
function toDeadlineFilter({ within, workerId, from, to, status }: DeadlineFilter): Record<string, unknown> {
  const due = { ...(from === null ? {} : { $gte: from }), ...(to === null ? {} : { $lte: to }) };
  return {
    certificate: 'RUNNING',
    ...(within === null ? {} : inRegion(within)),
    ...oneOf('status', status),
    ...(workerId === null ? {} : { workerId }),
    ...(from === null && to === null ? {} : { 'clock.deadline': trusted(due) }),
  };
}

function toFilter({ within, status, workerId }: PostingFilter): Record<string, unknown> {
  return {
    ...(within === null ? {} : inRegion(within)),
    ...oneOf('status', status),
    ...(workerId === null ? {} : { workerId }),
  };
}

function inRegion(code: NonNullable<PostingFilter['within']>): Record<string, unknown> {
  return levelOf(code) === 'TOWNSHIP_UNIT' ? { townshipCode: code } : inCounties(code);
}
