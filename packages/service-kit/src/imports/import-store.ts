import type { Page, PageRequest, RowFinding } from '@qianshou/kernel';
import type { Publication } from '@qianshou/events';
import type { Connection } from 'mongoose';
import {
  type AggregateStore,
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  keysetPage,
  toState,
  transactionSession,
  trusted,
} from '../mongo/index.ts';
import type { Outbox } from '../outbox/index.ts';
import { importNotFound } from './errors.ts';
import type { ImportId, ImportProgressed, ImportRun, ImportStep } from './import-run.ts';

/** The most findings of a step that are kept to be read; the counts know of all. */
const MOST_FINDINGS = 10_000;

export interface ImportStore extends AggregateStore<ImportRun, ImportProgressed> {
  /** The next import with work to do, the oldest first. */
  readonly findNext: () => Promise<ImportRun | null>;
  /** Of one owner, or of everybody; newest first. */
  readonly list: (subject: string | null, page: PageRequest) => Promise<Page<ImportRun>>;
  /** Within the transaction that counts them. */
  readonly keepFindings: (run: ImportRun, step: ImportStep, findings: readonly RowFinding[]) => Promise<void>;
  readonly listFindings: (id: ImportId, step: ImportStep, page: PageRequest) => Promise<Page<RowFinding>>;
}

const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;
const moment = { type: Date, required: true } as const;
const message = { _id: false, en: text, zh: text };
const counts = { _id: false, rows: number, fresh: number, known: number, refused: number, findings: number };
const grant = { _id: false, role: text, region: String, agencyId: String, workerId: String };

const runSchema = aggregateSchema(
  {
    kind: text,
    fileName: text,
    sizeBytes: number,
    sha256: text,
    status: text,
    owner: { type: { _id: false, subject: String, grants: [grant] }, required: true },
    begunAt: moment,
    encoding: { type: String, default: null },
    check: counts,
    checkedBytes: number,
    application: counts,
    problem: { type: { _id: false, code: text, message }, default: null },
  },
  [{ keys: { status: 1, _id: 1 } }, { keys: { 'owner.subject': 1, _id: -1 } }],
);

const findingSchema = aggregateSchema(
  {
    importId: text,
    step: text,
    line: number,
    column: { type: String, default: null },
    severity: text,
    code: text,
    message,
  },
  [{ keys: { importId: 1, step: 1, _id: 1 } }],
);

export function importStore(
  connection: Connection,
  outbox: Outbox,
  publish: (run: ImportRun) => Publication,
): ImportStore {
  const model = aggregateModel(connection, 'ImportRun', runSchema, 'import_runs');
  const findings = aggregateModel(connection, 'ImportFinding', findingSchema, 'import_findings');
  return {
    ...aggregateStore<ImportRun, ImportProgressed>({
      connection,
      model,
      aggregate: 'import',
      outbox,
      publish: (_event, run) => publish(run),
      notFound: importNotFound,
    }),
    findNext: async () => {
      const found = await model
        .findOne({ status: trusted({ $in: ['CHECKING', 'APPLYING'] }) })
        .sort({ _id: 1 })
        .lean();
      return found === null ? null : toState<ImportRun>(found);
    },
    list: (subject, page) =>
      keysetPage<ImportRun>({
        model,
        filter: subject === null ? {} : { 'owner.subject': subject },
        order: [{ path: '_id', direction: 'DESC' }],
        page,
      }),
    keepFindings: async (run, step, found) => {
      const documents = documentsOf(run, step, found);
      if (documents.length === 0) return;
      await findings.collection.insertMany(documents as never[], { session: transactionSession() });
    },
    listFindings: (importId, step, page) =>
      keysetPage<RowFinding>({ model: findings, filter: { importId, step }, order: [], page }),
  };
}

/** Numbered in file order, as far as they are kept at all. */
function documentsOf(run: ImportRun, step: ImportStep, found: readonly RowFinding[]) {
  const before = (step === 'CHECK' ? run.check : run.application).findings;
  return found.slice(0, Math.max(0, MOST_FINDINGS - before)).map((finding, at) => ({
    _id: `${run.id}/${step}/${String(before + at).padStart(9, '0')}`,
    version: 1,
    importId: run.id,
    step,
    ...finding,
  }));
}
