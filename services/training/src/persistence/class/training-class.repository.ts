import { lineage } from '@qianshou/kernel';
import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  keysetPage,
  oneOf,
  type Publish,
  toState,
  trusted,
  withinCounties,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { Classes, ClassFilter } from '../../application/class/ports.ts';
import { classNotFound } from '../../domain/class/class-errors.ts';
import { DEFAULT_OFFER_DAYS } from '../../domain/programme/programme.ts';
import type { ClassEvent, OpenClass, TrainingClass } from '../../domain/class/class-state.ts';
import { betweenDays } from '../reference/between-days.ts';
import type { NeedMatch } from '../../domain/need/training-need.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const number = { type: Number, required: true } as const;
const optionalMoment = { type: Date, default: null } as const;

const classSchema = aggregateSchema(
  {
    programmeId: text,
    kind: text,
    regionCode: text,
    organiserAgencyId: optionalText,
    delivery: text,
    venue: optionalText,
    startsOn: text,
    endsOn: text,
    hours: number,
    capacity: number,
    passSettings: { _id: false, attendancePercent: number, score: number, makeUpDays: { type: Number } },
    offerDays: { type: Number, default: DEFAULT_OFFER_DAYS },
    status: text,
    plannedAt: { type: Date, required: true },
    openedAt: optionalMoment,
    startedAt: optionalMoment,
    assessedAt: optionalMoment,
    closedAt: optionalMoment,
    cancelledAt: optionalMoment,
    cancelReason: optionalText,
    replacesClassId: optionalText,
    audienceRule: { type: String },
    national: { type: Boolean },
    charged: { type: Boolean },
    postponedFrom: optionalText,
    corrections: { type: [Object], default: [] },
    interruptedAt: optionalMoment,
    interruptedOn: optionalText,
    interruptReason: optionalText,
  },
  [
    { keys: { startsOn: 1, _id: 1 } },
    { keys: { regionCode: 1, startsOn: 1, _id: 1 } },
    { keys: { status: 1, startsOn: 1, _id: 1 } },
    { keys: { kind: 1, status: 1, startsOn: 1, _id: 1 } },
    { keys: { kind: 1, startsOn: 1, _id: 1 } },
    { keys: { organiserAgencyId: 1, startsOn: 1, _id: 1 } },
    { keys: { programmeId: 1, startsOn: 1, _id: 1 } },
  ],
);

export function mongoClasses(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<TrainingClass, ClassEvent>,
): Classes {
  const model = aggregateModel(connection, 'TrainingClass', classSchema, 'training_classes');
  const store = aggregateStore<TrainingClass, ClassEvent>({
    connection,
    model,
    aggregate: 'class',
    outbox,
    publish,
    notFound: classNotFound,
  });
  return {
    ...store,
    list: (filter, { direction }, page) =>
      keysetPage<TrainingClass>({
        model,
        filter: toFilter(filter),
        order: [{ path: 'startsOn', direction }],
        page,
      }),
    listOpenForNeeds: (page) =>
      keysetPage<OpenClass>({
        model,
        filter: { kind: trusted({ $in: ['PRE_JOB', 'EXAM_PREP'] }), status: 'OPEN' },
        order: [{ path: 'startsOn', direction: 'ASC' }],
        page,
      }),
    listOpenFor: async (need) => {
      const documents = await model.find(openFor(need)).sort({ status: -1, startsOn: 1, _id: 1 }).lean();
      return documents.map((document) => toState<OpenClass>(document));
    },
  };
}

/** `OPEN` sorts after `FULL`: descending, free seats come first. */
function openFor({ kind, agencyId, countyCode }: NeedMatch): Record<string, unknown> {
  const open = { kind, status: trusted({ $in: ['OPEN', 'FULL'] }) };
  return kind === 'PRE_JOB'
    ? { ...open, ...(agencyId === null ? {} : { organiserAgencyId: agencyId }), regionCode: countyCode }
    : { ...open, regionCode: trusted({ $in: [...lineage(countyCode)] }) };
}

function toFilter({
  within,
  kind,
  status,
  organiserAgencyId,
  programmeId,
  startsOn,
  openTo = null,
}: ClassFilter): Record<string, unknown> {
  return {
    ...(openTo === null ? {} : { $and: trusted([{ regionCode: trusted({ $in: [...lineage(openTo)] }) }]) }),
    ...(within === null ? {} : { regionCode: withinCounties(within) }),
    ...oneOf('kind', kind),
    ...oneOf('status', status),
    ...(programmeId === null ? {} : { programmeId }),
    ...betweenDays('startsOn', startsOn.from, startsOn.to),
    ...(organiserAgencyId === null ? {} : { organiserAgencyId }),
  };
}
