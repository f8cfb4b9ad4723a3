import {
  type AggregateModel,
  type AggregateStore,
  aggregateStore,
  type Connection,
  keysetPage,
  oneOf,
  type Publish,
  toState,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { DueFilter, PostingFilter, Postings } from '../../application/posting/ports.ts';
import { postingNotFound } from '../../domain/posting/errors.ts';
import { deadlineOf } from '../../domain/posting/certificate-deadline.ts';
import {
  type LeftPosting,
  ON_DUTY_STATUSES,
  type Posting,
  type PostingEvent,
  type PostingOnDuty,
} from '../../domain/posting/posting.ts';
import { deadlineRows } from '../clock/deadline.rows.ts';
import { IN_ORDER, postingModel } from './posting.model.ts';
import { ofPlacesRun } from './places-run.ts';
import { ofLives } from './posting-lives.ts';
import { inRegion, isOfManyCounties, readable } from '../reference/read-scope.ts';

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
    ...withDeadlines(connection, store),
    ...listsOf(model),
    ...askedByRules(model),
    ...ofLives(model),
    ...ofPlacesRun(model),
    listDueForReview: (filter, page) =>
      keysetPage<PostingOnDuty>({
        model,
        filter: toDueFilter(filter),
        order: [{ path: 'reviewFrom', direction: 'ASC' }],
        page,
      }),
    lookAgain: async (id, on) => {
      const later = { _id: id, reviewFrom: trusted({ $type: 'string', $gt: on }) };
      await model.updateOne(later, { $set: { reviewFrom: on } });
    },
    findStationStaff: (ids) => staffOf(model, 'stationId', ids),
    findCentreStaff: (ids) => staffOf(model, 'centreId', ids),
  };
}

type Store = AggregateStore<Posting, PostingEvent>;

/** Posts are saved with what is due on them. */
function withDeadlines(connection: Connection, store: Store): Pick<Store, 'save' | 'saveMany'> {
  const rows = deadlineRows(connection);
  return {
    save: async (change) => {
      const saved = await store.save(change);
      if (change.events.some(movesDeadline)) await rows.ofPosting(saved.id, deadlineOf(saved));
      return saved;
    },
    saveMany: async (changes) => {
      await store.saveMany(changes);
      const moved = changes.filter(({ events }) => events.some(movesDeadline));
      for (const { state } of moved) await rows.ofPosting(state.id, deadlineOf(state));
    },
  };
}

/** The list of deadlines follows what moves a clock, the post on which it runs, and its operator. */
function movesDeadline({ type }: PostingEvent): boolean {
  return type.startsWith('certificate.') || /^posting\.(started|ended|passed-over)$/.test(type);
}

function listsOf(model: AggregateModel): Pick<Postings, 'list'> {
  return {
    list: (scope, filter, page) =>
      keysetPage<Posting>({
        model,
        filter: { ...toFilter(filter), $and: trusted([readable(scope, READABLE_BY)]) },
        order: [{ path: 'startsOn', direction: 'DESC' }],
        page,
        ...(filter.workerId === null && isOfManyCounties(scope, filter.within) ? { index: IN_ORDER } : {}),
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
      model.countDocuments({ stationId, centreId, role, status: notOver, substituteFor: null }).exec(),
    findFullTime: async (workerId) => (await postingsOf(model, { workerId, fullTime: true }))[0] ?? null,
    listBound: (workerId) =>
      postingsOf(model, { workerId, certificate: trusted({ $in: ['HELD', 'WAITING', 'RUNNING'] }) }),
    listClocked: async (workerId, countyCode) => {
      const clocked = { workerId, countyCode, status: 'LEFT', struck: null, clock: trusted({ $ne: null }) };
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

function toFilter({ within, status, workerId, struck }: PostingFilter): Record<string, unknown> {
  return {
    struck: struck ? trusted({ $ne: null }) : null,
    ...(within === null ? {} : inRegion(within)),
    ...oneOf('status', status),
    ...(workerId === null ? {} : { workerId }),
  };
}
