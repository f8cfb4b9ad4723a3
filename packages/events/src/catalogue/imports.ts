import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { count, id } from '../fields.ts';

const rows = z.object({ rows: count, new: count, changed: count.optional(), known: count, refused: count });

/** The same in every service that takes in files: counts only, never a row. */
const importProgressed = {
  aggregate: 'import',
  about: {
    en: 'An import went on: its file arrived, rows were checked or written, or it ended.',
    zh: '批量导入进展',
  },
  data: z.object({
    importId: id('imp'),
    /** Named openly: services add kinds. */
    kind: z.string(),
    status: z.string(),
    /** The dry run. */
    checked: rows,
    /** What was written. */
    applied: rows,
  }),
} as const;

const example = {
  importId: 'imp_01900000-0000-7000-8000-000000000071',
  status: 'APPLYING',
  checked: { rows: 1_000, new: 990, changed: 3, known: 5, refused: 2 },
  applied: { rows: 500, new: 494, changed: 2, known: 3, refused: 1 },
};

export const importEvents = [
  defineEvent({
    type: 'qianshou.station.import-progressed.v1',
    ...importProgressed,
    example: { kind: 'STATIONS', ...example },
  }),
  defineEvent({
    type: 'qianshou.pairing.import-progressed.v1',
    ...importProgressed,
    example: { kind: 'AGENCIES', ...example },
  }),
  defineEvent({
    type: 'qianshou.training.import-progressed.v1',
    ...importProgressed,
    example: { kind: 'TRAINING_PARTICIPANTS', ...example },
  }),
  defineEvent({
    type: 'qianshou.funding.import-progressed.v1',
    ...importProgressed,
    example: { kind: 'BUDGETS', ...example },
  }),
  defineEvent({
    type: 'qianshou.personnel.import-progressed.v1',
    ...importProgressed,
    example: { kind: 'WORKERS', ...example },
  }),
] as const;
