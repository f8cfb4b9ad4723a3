import { randomUUIDv7 } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  DomainError,
  type ImportedRow,
  type ImportKind,
  type JudgedRows,
  type RowFinding,
} from '@qianshou/kernel';
import type { Connection } from 'mongoose';
import { type Lease, type Nudge, startLeadership } from '../lease/index.ts';
import type { Logger } from '../logging/index.ts';
import { inTransaction } from '../mongo/index.ts';
import { inScope } from '../scope/index.ts';
import { importEncodingUnknown, importFileDiffers, importFileGone, importInterrupted } from './errors.ts';
import { FILE_KEPT_DAYS, type ImportFiles } from './import-files.ts';
import {
  advanced,
  ended,
  fail,
  type ImportRun,
  type ImportStep,
  isOver,
  recognised,
  type RowCounts,
  rowsDone,
  stepOf,
} from './import-run.ts';
import type { ImportStore } from './import-store.ts';
import { inspectFile, isFinding, readTable, type TableRow } from './read-table.ts';

export interface RunnerParts {
  readonly connection: Connection;
  readonly store: ImportStore;
  readonly files: ImportFiles;
  readonly kinds: readonly ImportKind[];
  readonly logger: Logger;
  /** Rung by what callers do in this process. */
  readonly nudge: Nudge;
  readonly leaseMs?: number;
}

export interface RunningImports {
  readonly stop: () => Promise<void>;
}

/** For what callers do in other processes. Imports are rare: looking for one is cheaper than a change stream. */
const POLL_MS = 500;
/** A fault that stays must end, and be seen. */
const MOST_FAULTS = 3;
/** A database that changes its primary is back by the last try. */
const FAULT_PAUSE_MS = 2_000;

/** Works off imports one after the other, in one process of the service at a time; another goes on where it ends. */
export function startImports(parts: RunnerParts): RunningImports {
  const leadership = startLeadership({
    connection: parts.connection,
    name: 'imports',
    logger: parts.logger,
    lead: (lease) => workOff(parts, lease),
    ...(parts.leaseMs === undefined ? {} : { ttlMs: parts.leaseMs }),
  });
  return { stop: leadership.stop };
}

async function workOff(parts: RunnerParts, lease: Lease): Promise<void> {
  const faults = new Map<string, number>();
  while (!lease.lost.aborted) {
    const run = await parts.store.findNext();
    if (run === null) await parts.nudge.wait(POLL_MS, lease.lost);
    else await inScope({ correlationId: randomUUIDv7() }, () => attempt(parts, lease, run, faults));
  }
}

async function attempt(
  parts: RunnerParts,
  lease: Lease,
  run: ImportRun,
  faults: Map<string, number>,
): Promise<void> {
  try {
    await passOver(parts, lease, run);
    faults.delete(run.id);
  } catch (error) {
    if (lease.lost.aborted) throw error;
    if (isConflict(error)) return;
    if (error instanceof DomainError) return end(parts, run, error);
    parts.logger.error({ err: error, importId: run.id }, 'an import met a fault');
    const met = (faults.get(run.id) ?? 0) + 1;
    faults.set(run.id, met);
    if (met >= MOST_FAULTS) await end(parts, run, importInterrupted({ rows: rowsDone(run) }));
    else await pause(met * FAULT_PAUSE_MS, undefined, { signal: lease.lost }).catch(() => undefined);
  }
}

/** Somebody stopped the import meanwhile: what is stored is looked at again. */
function isConflict(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'VERSION_CONFLICT';
}

async function end({ store, files }: RunnerParts, { id }: ImportRun, { code, messages }: DomainError) {
  const run = await store.get(id);
  if (isOver(run)) return;
  await store.save(fail(run, { code, message: messages }));
  await files.remove(id);
}

/** The pass under way, from the row at which it stands. */
async function passOver(parts: RunnerParts, lease: Lease, begun: ImportRun): Promise<void> {
  const { store, files, kinds } = parts;
  const kind = kinds.find(({ name }) => name === begun.kind);
  if (kind === undefined) throw new Error(`no import of ${begun.kind} in this build`);
  let run = begun.encoding === null ? await inspect(parts, begun) : begun;
  if ((await files.receivedBytes(run.id)) < run.sizeBytes) throw importFileGone({ days: FILE_KEPT_DAYS });
  const step = stepOf(run);
  const meter = { bytes: 0 };
  const table = readTable(metered(files.pieces(run.id), meter), run.encoding ?? 'UTF-8', kind.columns);
  for await (const rows of batches(table, rowsDone(run), kind.rowsAtOnce)) {
    if (lease.lost.aborted) return;
    const bytes = Math.min(meter.bytes, run.sizeBytes);
    run = await takeIn(parts, { lease, run, step, kind, rows, bytes });
  }
  run = await store.save(ended(run));
  if (isOver(run)) await files.remove(run.id);
}

async function inspect({ store, files }: RunnerParts, run: ImportRun): Promise<ImportRun> {
  const { encoding, sha256 } = await inspectFile(files.pieces(run.id));
  if (sha256 !== run.sha256) throw importFileDiffers({ found: sha256 });
  if (encoding === null) throw importEncodingUnknown();
  return store.save(recognised(run, encoding));
}

interface Batch {
  readonly lease: Lease;
  readonly run: ImportRun;
  readonly step: ImportStep;
  readonly kind: ImportKind;
  readonly rows: readonly TableRow[];
  readonly bytes: number;
}

/** Judges some rows and, in the pass that writes, writes them: with the position, in one transaction. */
function takeIn(parts: RunnerParts, { lease, run, step, kind, rows, bytes }: Batch): Promise<ImportRun> {
  return inTransaction(parts.connection, async () => {
    await lease.guard();
    const refused = rows.filter(isFinding);
    const readable = rows.filter((row): row is ImportedRow => !isFinding(row));
    const judged = await kind.judge(readable, run.owner);
    if (step === 'APPLICATION') await saved(judged);
    const findings = [...refused, ...judged.findings].toSorted((a, b) => a.line - b.line);
    await parts.store.keepFindings(run, step, findings);
    return parts.store.save(advanced(run, countsOf(judged.outcomes, refused.length, findings), bytes));
  });
}

/** Judged on this very snapshot, rows are refused in saving only when somebody was quicker: judged again, they are known. */
async function saved(judged: JudgedRows): Promise<void> {
  try {
    await judged.save();
  } catch (error) {
    throw error instanceof DomainError ? new Error(`saving met ${error.code}`, { cause: error }) : error;
  }
}

function countsOf(outcomes: readonly string[], refused: number, findings: readonly RowFinding[]): RowCounts {
  const count = (outcome: string): number => outcomes.filter((each) => each === outcome).length;
  return {
    rows: outcomes.length + refused,
    fresh: count('NEW'),
    known: count('KNOWN'),
    refused: count('REFUSED') + refused,
    findings: findings.length,
  };
}

async function* batches(
  table: AsyncIterable<TableRow>,
  skip: number,
  size: number,
): AsyncGenerator<readonly TableRow[]> {
  let passed = 0;
  let batch: TableRow[] = [];
  for await (const row of table) {
    passed += 1;
    if (passed <= skip) continue;
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function* metered(pieces: AsyncIterable<Buffer>, meter: { bytes: number }): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    meter.bytes += piece.length;
    yield piece;
  }
}
