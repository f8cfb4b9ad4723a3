import { daysBetween } from '@qianshou/kernel';
import { type Connection, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { DeadlineFilter } from '../../application/posting/ports.ts';
import { workerId } from '../../domain/ids.ts';
import type { PressablePosting } from '../../domain/posting/posting.ts';
import { lastUsefulExam } from '../../domain/worker/exam-calendar.ts';
import type { Context } from '../context.ts';
import type {
  DayRangeFilter,
  DeadlineFilter as DeadlineWhere,
  DeadlineResolvers,
  QueryDeadlinesArgs,
  QueryResolvers,
} from '../generated/resolvers.ts';

export const deadlineQueries = {
  deadlines: (_root, args, context) => deadlinesOf(args, context),
} satisfies Partial<QueryResolvers>;

/** The list at the root, and that of a worker. */
export async function deadlinesOf(
  { where, ...args }: Partial<QueryDeadlinesArgs>,
  { useCases, actor }: Context,
): Promise<Connection<PressablePosting>> {
  return toConnection(await useCases.listDeadlines(toFilter(where ?? {}), pageOf(args), actor));
}

function toFilter({ regionCode, workerId: worker, dueOn, status }: DeadlineWhere): DeadlineFilter {
  return {
    within: regionCode?.within ?? null,
    workerId: optional(worker?.eq, workerId),
    ...daysOf(dueOn ?? {}),
    status: status?.in ?? null,
  };
}

function daysOf({ gte = null, lte = null }: Partial<DayRangeFilter>): Pick<DeadlineFilter, 'from' | 'to'> {
  return { from: gte, to: lte };
}

export const Deadline: DeadlineResolvers = {
  posting: (posting) => posting,
  worker: (posting, _args, { loaders }) => loaders.worker.load(posting.workerId),
  county: ({ countyCode }) => ({ code: countyCode }),
  startedOn: ({ clock }) => clock.startedOn,
  dueOn: ({ clock }) => clock.deadline,
  daysLeft: ({ clock }, _args, { useCases }) => daysBetween(useCases.today(), clock.deadline),
  lastUsefulExam: ({ clock }) => lastUsefulExam(clock.deadline),
};
