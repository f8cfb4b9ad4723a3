import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  keysetPage,
  toState,
  type Publish,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { Programmes } from '../../application/programme/ports.ts';
import { programmeCodeTaken, programmeNotFound } from '../../domain/programme/errors.ts';
import { DEFAULT_OFFER_DAYS, type Programme, type ProgrammeEvent } from '../../domain/programme/programme.ts';

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
  [{ keys: { code: 1 }, unique: true }, { keys: { code: 1, _id: 1 } }],
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
    list: (page) =>
      keysetPage<Programme>({ model, filter: {}, order: [{ path: 'code', direction: 'ASC' }], page }),
  };
}
