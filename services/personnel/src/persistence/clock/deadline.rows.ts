import { isCounty, levelOf, type RegionCode } from '@qianshou/kernel';
import {
  aggregateModel,
  aggregateSchema,
  type Connection,
  keysetPage,
  oneOf,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { DeadlineFilter, Deadlines } from '../../application/clock/ports.ts';
import type { Deadline } from '../../domain/clock/deadline.ts';
import type { PersonClocks } from '../../domain/clock/person-clock.ts';
import type { ReadScope } from '../../domain/policy.ts';
import { inRegion, readable } from '../reference/read-scope.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;

const OF_COUNTY = { countyCode: 1, dueOn: 1, _id: 1 } as const;
const OF_WORKER = { workerId: 1, dueOn: 1, _id: 1 } as const;
const OF_ROLE = { countyCode: 1, role: 1, dueOn: 1, _id: 1 } as const;
const OF_AGENCY = { agencyId: 1, dueOn: 1, _id: 1 } as const;
const BY_DAY = { dueOn: 1, _id: 1, countyCode: 1, kind: 1, standing: 1, role: 1 } as const;

const deadlineSchema = aggregateSchema(
  {
    kind: text,
    workerId: text,
    countyCode: text,
    townshipCode: optionalText,
    agencyId: optionalText,
    postingId: optionalText,
    role: optionalText,
    subjectId: text,
    startedOn: text,
    dueOn: text,
    standing: text,
  },
  [
    { keys: OF_COUNTY },
    { keys: OF_WORKER },
    { keys: BY_DAY },
    { keys: OF_AGENCY },
    { keys: OF_ROLE },
    { keys: { townshipCode: 1, dueOn: 1, _id: 1 } },
  ],
);

function deadlineModel(connection: Connection) {
  return aggregateModel(connection, 'Deadline', deadlineSchema, 'deadlines');
}

/** The rows that follow a post and a person, written with them: one list in the order of its days, of all kinds. */
export function deadlineRows(connection: Connection) {
  const model = deadlineModel(connection);
  return {
    /** Null: nothing is due on that post any more. */
    ofPosting: async (postingId: string, row: Omit<Deadline, 'id'> | null): Promise<void> => {
      if (row === null) await model.deleteOne({ _id: postingId });
      else
        await model.replaceOne({ _id: postingId }, { _id: postingId, version: 1, ...row }, { upsert: true });
    },
    ofPerson: async ({ workerId, countyCode, employerAgencyId, clocks }: PersonClocks): Promise<void> => {
      await model.deleteMany({ workerId, postingId: null });
      const rows = clocks.map(({ kind, subjectId, startedOn, dueOn, standing }) => ({
        _id: `${subjectId}:${kind}`,
        version: 1,
        kind,
        workerId,
        countyCode,
        townshipCode: null,
        agencyId: employerAgencyId,
        postingId: null,
        role: null,
        subjectId,
        startedOn,
        dueOn,
        standing,
      }));
      if (rows.length > 0) await model.insertMany(rows);
    },
  };
}

export function mongoDeadlines(connection: Connection): Deadlines {
  const model = deadlineModel(connection);
  return {
    list: (scope, filter, page) =>
      keysetPage<Deadline>({
        model,
        filter: {
          ...toFilter(filter),
          $and: trusted([readable(scope, { agency: 'agencyId', worker: 'workerId' })]),
        },
        order: [{ path: 'dueOn', direction: 'ASC' }],
        page,
        ...indexFor(scope, filter),
      }),
  };
}

/** The planner judges by what is there today; a filter by kind would lead it to an index that leaves the order to a sort. */
function indexFor(
  scope: ReadScope,
  { workerId, agencyId, roles, within }: DeadlineFilter,
): { readonly index?: Readonly<Record<string, 1>> } {
  if (workerId !== null) return { index: OF_WORKER };
  if (agencyId !== null) return { index: OF_AGENCY };
  if (within === null && scope.regions.length === 0) return {};
  if (within !== null && levelOf(within) === 'TOWNSHIP_UNIT') return {};
  return { index: isOfOneCounty(scope, within) ? ofCounty(roles) : BY_DAY };
}

function ofCounty(roles: DeadlineFilter['roles']) {
  return roles === null ? OF_COUNTY : OF_ROLE;
}

function isOfOneCounty({ regions, agencyIds, workerIds }: ReadScope, within: RegionCode | null): boolean {
  if (within !== null) return isCounty(within);
  const [only] = regions;
  const others = regions.length - 1 + agencyIds.length + workerIds.length;
  return only !== undefined && others === 0 && isCounty(only);
}

function toFilter({
  within,
  workerId,
  agencyId,
  from,
  to,
  ...oneOfThese
}: DeadlineFilter): Record<string, unknown> {
  const { kinds, standings, roles } = oneOfThese;
  return {
    ...daysOf(from, to),
    ...(within === null ? {} : inRegion(within)),
    ...(workerId === null ? {} : { workerId }),
    ...(agencyId === null ? {} : { agencyId }),
    ...oneOf('role', roles),
    ...oneOf('kind', kinds),
    ...oneOf('standing', standings),
  };
}

function daysOf(from: DeadlineFilter['from'], to: DeadlineFilter['to']): Record<string, unknown> {
  if (from === null && to === null) return {};
  return {
    dueOn: trusted({ ...(from === null ? {} : { $gte: from }), ...(to === null ? {} : { $lte: to }) }),
  };
}
