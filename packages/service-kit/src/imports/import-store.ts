import type { FindingSeverity, Page, PageRequest, RowFinding } from '@qianshou/kernel';
import type { Publication } from '@qianshou/events';
import type { Connection } from 'mongoose';
import { aggregateModel, aggregateSchema } from '../aggregates/aggregate-schema.ts';
import { type AggregateStore, aggregateStore } from '../aggregates/aggregate-store.ts';
import { keysetPage } from '../aggregates/keyset-page.ts';
import { trusted } from '../mongo/connection.ts';
import { transactionSession } from '../mongo/transaction.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { importNotFound } from './errors.ts';
import type { ImportId, ImportProgressed, ImportRun, ImportStep } from './import-run.ts';
import { importWork, type ImportWork } from './import-work.ts';

/** The most findings of a step that are kept to be read, notes apart: the counts know of all. */
const MOST_FINDINGS = 10_000;

export interface ImportStore extends AggregateStore<ImportRun, ImportProgressed>, ImportWork {
  /** Of one owner, or of everybody; newest first. */
  readonly list: (subject: string | null, page: PageRequest) => Promise<Page<ImportRun>>;
  /** Within the transaction that counts them. */
  readonly keepFindings: (run: ImportRun, step: ImportStep, findings: readonly RowFinding[]) => Promise<void>;
  readonly listFindings: (asked: AskedFindings, page: PageRequest) => Promise<Page<RowFinding>>;
}

export interface AskedFindings {
  readonly id: ImportId;
  readonly step: ImportStep;
  /** Null: of every severity. */
  readonly severities: readonly FindingSeverity[] | null;
}

const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;
const moment = { type: Date, required: true } as const;
const message = { _id: false, en: text, zh: text };
const counts = {
  _id: false,
  rows: number,
  fresh: number,
  changed: { type: Number, default: 0 },
  known: number,
  refused: number,
  findings: number,
  notes: { type: Number, default: 0 },
};
const grant = { _id: false, role: text, region: String, agencyId: String, workerId: String };

const runSchema = aggregateSchema(
  {
    kind: text,
    fileName: text,
    sizeBytes: number,
    sha256: text,
    update: { type: Boolean, default: false },
    status: text,
    owner: { type: { _id: false, subject: String, grants: [grant] }, required: true },
    begunAt: moment,
    encoding: { type: String, default: null },
    check: counts,
    checkedBytes: number,
    application: counts,
    problem: { type: { _id: false, code: text, message }, default: null },
    tries: { type: Number, default: 0 },
    servedAt: { type: Date, default: null },
  },
  [
    { keys: { status: 1, _id: 1 } },
    { keys: { status: 1, servedAt: 1 } },
    { keys: { 'owner.subject': 1, _id: -1 } },
  ],
);

/** Counts stay with the import; who needs the findings has mended the file by then. */
const FINDINGS_KEPT_DAYS = 90;

const findingSchema = aggregateSchema(
  {
    importId: text,
    step: text,
    line: number,
    column: { type: String, default: null },
    heading: { type: message, default: null },
    value: { type: String, default: null },
    readAs: { type: String, default: null },
    severity: text,
    code: text,
    message,
    at: { type: Date, default: null },
  },
  [
    { keys: { importId: 1, step: 1, _id: 1 } },
    { keys: { importId: 1, step: 1, severity: 1, _id: 1 } },
    { keys: { at: 1 }, keptForDays: FINDINGS_KEPT_DAYS },
  ],
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
    ...importWork(model),
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
    listFindings: ({ id: importId, step, severities }, page) =>
      keysetPage<RowFinding>({
        model: findings,
        filter: { importId, step, ...ofSeverities(severities) },
        order: [],
        page,
      }),
  };
}

function ofSeverities(severities: AskedFindings['severities']) {
  return severities === null ? {} : { severity: trusted({ $in: severities }) };
}

/** Numbered in file order, as far as they are kept at all: notes are many, and leave the place of errors alone. */
function documentsOf(run: ImportRun, step: ImportStep, found: readonly RowFinding[]) {
  const { findings: before, notes } = step === 'CHECK' ? run.check : run.application;
  const room = { NOTE: MOST_FINDINGS - notes, OTHER: MOST_FINDINGS - (before - notes) };
  return found.flatMap((finding, at) => {
    const which = finding.severity === 'NOTE' ? 'NOTE' : 'OTHER';
    room[which] -= 1;
    if (room[which] < 0) return [];
    const _id = `${run.id}/${step}/${String(before + at).padStart(9, '0')}`;
    return [{ _id, version: 1, importId: run.id, step, ...finding, at: new Date() }];
  });
}
