import {
  type AggregateModel,
  aggregateStore,
  type Connection,
  idsOf,
  keysetPage,
  oneOf,
  type Publish,
  raised,
  toState,
  trusted,
  withinCounties,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { EnrolmentFilter, Enrolments } from '../../application/class/ports.ts';
import { type Enrolment, type EnrolmentEvent, LIVE } from '../../domain/class/enrolment-state.ts';
import { expiredIfMadeBy } from '../../domain/class/offer-expiry.ts';
import { enrolmentExists } from '../../domain/class/errors.ts';
import { enrolmentNotFound } from '../../domain/errors.ts';
import type { EnrolmentId, PostingId, WorkerId } from '../../domain/ids.ts';
import type { Tally } from '../../domain/class/class-state.ts';
import { enrolmentModel } from './enrolment.model.ts';
import { betweenDays } from '../reference/between-days.ts';
import { withinReach } from '../reference/within-reach.ts';

export function mongoEnrolments(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<Enrolment, EnrolmentEvent>,
): Enrolments {
  const model = enrolmentModel(connection);
  const store = aggregateStore<Enrolment, EnrolmentEvent>({
    connection,
    model,
    aggregate: 'enrolment',
    personal: true,
    outbox,
    publish,
    notFound: enrolmentNotFound,
    unique: { classId: enrolmentExists },
  });
  return {
    ...store,
    saveMany: async (changes) => {
      await store.saveMany(changes);
      return changes.map(raised);
    },
    list: (filter, reach, page) =>
      keysetPage<Enrolment>({
        model,
        filter: {
          ...toFilter(filter),
          ...withinReach(reach, { agencies: ['employerAgencyId', 'organiserAgencyId'] }),
        },
        order: [],
        page,
      }),
    ...askedByRules(model),
    ...tallies(model),
    latestPreJobOf: (postingIds) => latestPreJobOf(model, postingIds),
  };
}

type AskedByRules = Pick<
  Enrolments,
  | 'listOfClass'
  | 'listOfPosting'
  | 'listLive'
  | 'listHeldBy'
  | 'offersUntil'
  | 'postingsTried'
  | 'listedAmong'
>;

function askedByRules(model: AggregateModel): AskedByRules {
  const listBy = async (filter: Record<string, unknown>): Promise<readonly Enrolment[]> =>
    (await model.find(filter).sort({ _id: 1 }).lean()).map((document) => toState<Enrolment>(document));
  return {
    listOfClass: (classId, status) => listBy({ classId, status: trusted({ $in: [...status] }) }),
    listOfPosting: (postingId, status) => listBy({ postingId, status: trusted({ $in: [...status] }) }),
    listHeldBy: (workerIds) =>
      listBy({
        workerId: trusted({ $in: [...workerIds] }),
        status: trusted({ $in: ['SEATED', 'WAITING'] }),
      }),
    listLive: (classId, workerIds) =>
      listBy({
        classId,
        workerId: trusted({ $in: [...workerIds] }),
        status: trusted({ $in: [...LIVE] }),
      }),
    offersUntil: (at) => {
      const untold = { offerExpiresAt: null, offeredAt: trusted({ $lte: expiredIfMadeBy(at) }) };
      const unanswered = trusted({ $or: [{ offerExpiresAt: trusted({ $lte: at }) }, untold] });
      return idsOf<EnrolmentId>(model, { status: 'OFFERED', ...unanswered }, { offeredAt: 1 });
    },
    postingsTried: async (classId, postingIds) =>
      (await model.distinct('postingId', {
        classId,
        postingId: trusted({ $in: [...postingIds] }),
      })) as PostingId[],
    listedAmong: async (classId, workerIds) =>
      (await model.distinct('workerId', {
        classId,
        workerId: trusted({ $in: [...workerIds] }),
        status: trusted({ $in: [...LIVE] }),
      })) as WorkerId[],
  };
}

function tallies(model: AggregateModel): Pick<Enrolments, 'tallyOf' | 'talliesOf'> {
  const talliesOf: Enrolments['talliesOf'] = async (classIds) => {
    const counts = await model.aggregate<{
      _id: { classId: string; status: Enrolment['status'] };
      count: number;
    }>([
      { $match: { classId: trusted({ $in: [...classIds] }) } },
      { $group: { _id: { classId: '$classId', status: '$status' }, count: { $sum: 1 } } },
    ]);
    return classIds.map((classId) => {
      const own = counts.filter(({ _id }) => _id.classId === classId);
      const count = (status: Enrolment['status']): number =>
        own.find(({ _id }) => _id.status === status)?.count ?? 0;
      return {
        offered: count('OFFERED'),
        waiting: count('WAITING'),
        seated: count('SEATED'),
        passed: count('PASSED'),
        failed: count('FAILED'),
        absent: count('ABSENT'),
      };
    });
  };
  return { talliesOf, tallyOf: async (classId) => only(await talliesOf([classId])) };
}

function only(found: readonly Tally[]): Tally {
  const [tally] = found;
  if (tally === undefined) throw new Error('every class asked for has a tally');
  return tally;
}

async function latestPreJobOf(
  model: AggregateModel,
  postingIds: readonly string[],
): Promise<readonly (Enrolment | null)[]> {
  const found = await model.aggregate<{ latest: { _id: string } }>([
    { $match: { postingId: trusted({ $in: [...postingIds] }), kind: 'PRE_JOB' } },
    { $sort: { postingId: 1, kind: 1, _id: -1 } },
    { $group: { _id: '$postingId', latest: { $first: '$$ROOT' } } },
  ]);
  const latest = found.map((each) => toState<Enrolment>(each.latest));
  return postingIds.map((id) => latest.find(({ postingId }) => postingId === id) ?? null);
}

function toFilter({
  classId,
  workerId,
  status,
  kind,
  within,
  assessedOn,
}: EnrolmentFilter): Record<string, unknown> {
  return {
    ...(classId === null ? {} : { classId }),
    ...(workerId === null ? {} : { workerId }),
    ...oneOf('status', status),
    ...oneOf('kind', kind),
    ...(within === null ? {} : { countyCode: withinCounties(within) }),
    ...betweenDays('assessedOn', assessedOn.from, assessedOn.to),
  };
}
