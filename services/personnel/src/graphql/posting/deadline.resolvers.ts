import { daysBetween } from '@qianshou/kernel';
import { type Connection, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { DeadlineFilter } from '../../application/clock/ports.ts';
import type { Deadline as DeadlineState } from '../../domain/clock/deadline.ts';
import { agencyId, workerId } from '../../domain/ids.ts';
import type { ClockStanding } from '../../domain/clock/person-clock.ts';
import { standingsOf, statusOf } from '../../domain/posting/certificate-deadline.ts';
import { registrationStanding } from '../../domain/registration/registration-period.ts';
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
): Promise<Connection<DeadlineState>> {
  return toConnection(await useCases.listDeadlines(toFilter(where ?? {}), pageOf(args), actor));
}

function toFilter({
  regionCode,
  workerId: worker,
  agencyId: agency,
  dueOn,
  role,
  ...where
}: DeadlineWhere): DeadlineFilter {
  return {
    within: regionCode?.within ?? null,
    workerId: optional(worker?.eq, workerId),
    agencyId: optional(agency?.eq, agencyId),
    roles: role?.in ?? null,
    ...daysOf(dueOn ?? {}),
    ...standingAs(where),
  };
}

/** Only a certificate is due on a post, so the standing of a post asks for certificates alone. */
function standingAs({ status, kind, standing }: Pick<DeadlineWhere, 'kind' | 'standing' | 'status'>) {
  const asked = { kinds: kind?.in ?? null, standings: standing?.in ?? null };
  return status === null || status === undefined ? asked : ofPosts(standingsOf(status.in), asked);
}

function ofPosts(among: readonly ClockStanding[], { kinds, standings }: Asked): Asked {
  return {
    kinds: kinds === null ? ['CERTIFICATE'] : kinds.filter((each) => each === 'CERTIFICATE'),
    standings: standings === null ? among : among.filter((each) => standings.includes(each)),
  };
}

type Asked = Pick<DeadlineFilter, 'kinds' | 'standings'>;

function daysOf({ gte = null, lte = null }: Partial<DayRangeFilter>): Pick<DeadlineFilter, 'from' | 'to'> {
  return { from: gte, to: lte };
}

export const Deadline: DeadlineResolvers = {
  posting: ({ postingId }, _args, { loaders }) =>
    postingId === null ? null : loaders.posting.load(postingId),
  worker: ({ workerId: id }, _args, { loaders }) => loaders.worker.load(id),
  county: ({ countyCode }) => ({ code: countyCode }),
  daysLeft: ({ dueOn }, _args, { useCases }) => daysBetween(useCases.today(), dueOn),
  status: statusOf,
  hoursMissing: async ({ kind, workerId: id }, _args, { loaders, useCases }) => {
    if (!ASKS_FOR_HOURS.includes(kind)) return null;
    const worker = await loaders.worker.load(id);
    if (worker === null) return null;
    const credited = (await loaders.creditedHours.load(id)) ?? [];
    return registrationStanding(worker, credited, useCases.today()).period?.hoursMissing ?? null;
  },
  lastUsefulExam: ({ kind, dueOn }) => (kind === 'CERTIFICATE' ? lastUsefulExam(dueOn) : null),
};

const ASKS_FOR_HOURS: readonly DeadlineState['kind'][] = ['REGISTRATION', 'CE_HOURS'];
