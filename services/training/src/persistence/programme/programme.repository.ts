import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  keysetPage,
  oneOf,
  toState,
  type Publish,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { ProgrammeFilter, Programmes } from '../../application/programme/ports.ts';
import { programmeCodeTaken, programmeNotFound } from '../../domain/programme/errors.ts';
import {
  DEFAULT_OFFER_DAYS,
  NATIONAL_KINDS,
  type Programme,
  type ProgrammeEvent,
} from '../../domain/programme/programme.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const number = { type: Number, required: true } as const;

const programmeSchema = aggregateSchema(
  {
    code: text,
    kind: text,
    name: text,
    englishName: optionalText,
    organiser: text,
    audience: text,
    plannedHours: { type: Number, default: null },
    passSettings: { _id: false, attendancePercent: number, score: number, makeUpDays: { type: Number } },
    offerDays: { type: Number, default: DEFAULT_OFFER_DAYS },
    source: optionalText,
    ceHours: { type: Number, default: null },
    syllabusUrl: optionalText,
    year: { type: Number, default: null },
    audienceRule: { type: String, default: 'WARN' },
    national: { type: Boolean },
    chargedRegions: { type: [String], default: [] },
    closed: { type: Object, default: null },
    announcedAt: { type: Date, required: true },
  },
  [{ keys: { code: 1 }, unique: true }, { keys: { code: 1, _id: 1 } }, { keys: { year: 1, _id: 1 } }],
);

export function mongoProgrammes(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<Programme, ProgrammeEvent>,
): Programmes {
  const model = aggregateModel(connection, 'Programme', programmeSchema, 'programmes');
  const store = aggregateStore<Programme, ProgrammeEvent>({
    connection,
    model,
    aggregate: 'programme',
    outbox,
    publish,
    notFound: programmeNotFound,
    unique: { code: programmeCodeTaken },
  });
  const findByCode = async (code: string): Promise<Programme | null> => {
    const document = await model.findOne({ code }).lean();
    return document === null ? null : toState<Programme>(document);
  };
  return {
    ...store,
    findByCode,
    getByCode: async (code) => {
      const programme = await findByCode(code);
      if (programme === null) throw programmeNotFound({ programmeCode: code });
      return programme;
    },
    list: (filter, { field, direction }, page) =>
      keysetPage<Programme>({
        model,
        filter: toFilter(filter),
        order: [field === 'CODE' ? { path: 'code', direction } : { path: 'year', nullable: true, direction }],
        page,
        // A few hundred at most: read in their order, whatever is asked of them.
        index: field === 'CODE' ? { code: 1, _id: 1 } : { year: 1, _id: 1 },
      }),
  };
}

function toFilter({ kind, year, national, closed }: ProgrammeFilter): Record<string, unknown> {
  return {
    ...oneOf('kind', kind),
    ...(year === null ? {} : { year }),
    ...(national === null ? {} : heldNationally(national)),
    ...(closed === null ? {} : { closed: closed ? trusted({ $ne: null }) : null }),
  };
}

/** Programmes of before are as their kind. */
function heldNationally(national: boolean): Record<string, unknown> {
  const kinds = [...NATIONAL_KINDS];
  const asItsKind = trusted(national ? { $in: kinds } : { $nin: kinds });
  return { $or: [{ national }, { national: null, kind: asItsKind }] };
}
