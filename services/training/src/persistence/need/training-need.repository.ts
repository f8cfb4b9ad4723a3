import {
  type AggregateModel,
  aggregateModel,
  aggregateSchema,
  type Connection,
  keysetPage,
  oneOf,
  trusted,
  withinCounties,
  withinRegion,
} from '@qianshou/service-kit/mongo';
import type { NeedFilter, Needs } from '../../application/need/ports.ts';
import type { OpenClass, TrainingClass } from '../../domain/class/class-state.ts';
import { isAnsweredBy, needId, type NeedMatch, type TrainingNeed } from '../../domain/need/training-need.ts';
import { withinReach } from '../reference/within-reach.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;

const needSchema = aggregateSchema(
  {
    kind: text,
    postingId: text,
    workerId: text,
    agencyId: optionalText,
    countyCode: text,
    certifiedLocal: { type: Boolean, required: true },
    deadline: optionalText,
    since: { type: Date, required: true },
  },
  [
    { keys: { kind: 1, agencyId: 1, countyCode: 1, certifiedLocal: -1, deadline: 1, since: 1 } },
    { keys: { kind: 1, certifiedLocal: -1, deadline: 1, since: 1 } },
    { keys: { workerId: 1, kind: 1 } },
    { keys: { workerId: 1, since: 1, _id: 1 } },
    { keys: { countyCode: 1, since: 1, _id: 1 } },
    { keys: { agencyId: 1, since: 1, _id: 1 } },
    { keys: { since: 1, _id: 1 } },
  ],
);

/** No aggregate: it tells nobody anything, and is gone when a class takes the worker in. */
export function mongoNeeds(connection: Connection): Needs {
  const model = aggregateModel(connection, 'TrainingNeed', needSchema, 'training_needs');
  return {
    put: async (...needs) => {
      if (needs.length === 0) return;
      const writes = needs.map((need) => {
        const _id = needId(need.kind, need.postingId);
        return { replaceOne: { filter: { _id }, replacement: { _id, version: 1, ...need }, upsert: true } };
      });
      await model.bulkWrite(writes as never[]);
    },
    remove: async (kind, ...postingIds) => {
      if (postingIds.length === 0) return;
      await model.deleteMany({ _id: trusted({ $in: postingIds.map((id) => needId(kind, id)) }) });
    },
    ...metByClasses(model),
    list: async (filter, reach, page) => {
      const found = await keysetPage<Stored>({
        model,
        filter: { ...toFilter(filter), ...withinReach(reach, { agencies: ['agencyId'] }) },
        order: [{ path: 'since', direction: 'ASC' }],
        page,
      });
      return { ...found, items: found.items.map(({ node, cursor }) => ({ node: toNeed(node), cursor })) };
    },
  };
}

function metByClasses(model: AggregateModel): Pick<Needs, 'listPreJobOf' | 'awaitedAmong' | 'listFor'> {
  return {
    listPreJobOf: async (workerIds, group) => {
      const documents = await model
        .find({
          kind: 'PRE_JOB',
          workerId: trusted({ $in: [...workerIds] }),
          agencyId: trusted({ $in: [group.organiserAgencyId, null] }),
        })
        .lean();
      const needs = documents.map(toNeed).filter((need) => answersAny(need, group));
      const here = needs.toSorted(
        (one, other) => Number(isAnsweredBy(other, group)) - Number(isAnsweredBy(one, group)),
      );
      return workerIds.flatMap((id) => here.find(({ workerId }) => workerId === id) ?? []);
    },
    awaitedAmong: async (groups) => {
      if (groups.length === 0) return [];
      const waiting = await model.aggregate<{ readonly _id: NeedMatch }>([
        { $match: trusted({ $or: groups.map(answeredBy) }) },
        { $group: { _id: { kind: '$kind', agencyId: '$agencyId', countyCode: '$countyCode' } } },
      ]);
      return groups.filter((group) => waiting.some(({ _id }) => isAnsweredBy(_id, group)));
    },
    listFor: async (group, most) => {
      const documents = await model
        .find(answeredBy(group))
        .sort({ certifiedLocal: -1, deadline: 1, since: 1, _id: 1 })
        .limit(most)
        .lean();
      return documents.map(toNeed);
    },
  };
}

/** One of the organiser's own posts, be it of another county, or one of anybody's here. */
function answersAny(need: TrainingNeed, group: TrainingClass): boolean {
  return need.agencyId !== null || isAnsweredBy(need, group);
}

/** Pre-job needs of posts without an operator wait for whoever trains in their county; those of the exam for what ends in time. */
function answeredBy({ kind, regionCode, organiserAgencyId, endsOn }: OpenClass): Record<string, unknown> {
  return kind === 'PRE_JOB'
    ? { kind, agencyId: trusted({ $in: [organiserAgencyId, null] }), countyCode: regionCode }
    : {
        kind,
        countyCode: withinRegion(regionCode),
        $or: [{ deadline: null }, { deadline: trusted({ $gte: endsOn }) }],
      };
}

function toFilter({ kind, within, agencyId, workerId }: NeedFilter): Record<string, unknown> {
  return {
    ...oneOf('kind', kind),
    ...(within === null ? {} : { countyCode: withinCounties(within) }),
    ...(agencyId === null ? {} : { agencyId }),
    ...(workerId === null ? {} : { workerId }),
  };
}

type Stored = TrainingNeed & { readonly id: string };

/** The need without what only the database knows of it. */
function toNeed(stored: object): TrainingNeed {
  const { kind, postingId, workerId, agencyId, countyCode, certifiedLocal, deadline, since } =
    stored as TrainingNeed;
  return { kind, postingId, workerId, agencyId, countyCode, certifiedLocal, deadline, since };
}
