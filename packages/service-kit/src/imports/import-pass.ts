import {
  DomainError,
  type ImportedRow,
  type ImportKind,
  type JudgedRows,
  type RowFinding,
} from '@qianshou/kernel';
import { inTransaction } from '../mongo/transaction.ts';
import { importEncodingUnknown, importFileDiffers, importFileGone } from './errors.ts';
import { FILE_KEPT_DAYS } from './import-files.ts';
import {
  advanced,
  ended,
  type ImportRun,
  type ImportStep,
  isOver,
  recognised,
  type RowCounts,
  rowsDone,
  stepOf,
} from './import-run.ts';
import type { PassControl, RunnerParts } from './import-parts.ts';
import { inspectFile } from './table/encoding.ts';
import { isFinding, isRemark, readTable, type TableRow } from './table/read-table.ts';

/** The pass under way, from the row at which it stands. */
export async function passOver(parts: RunnerParts, control: PassControl, begun: ImportRun): Promise<void> {
  const { store, files } = parts;
  const kind = kindOf(parts, begun);
  const run = begun.encoding === null ? await inspect(parts, begun) : begun;
  if ((await files.receivedBytes(run.id)) < run.sizeBytes) throw importFileGone({ days: FILE_KEPT_DAYS });
  const read = await readOn(parts, control, { run, kind });
  if (read === null) return;
  const over = await store.save(ended(read));
  if (isOver(over)) await files.remove(over.id);
}

function kindOf({ kinds }: RunnerParts, run: ImportRun): ImportKind {
  const kind = kinds.find(({ name }) => name === run.kind);
  if (kind === undefined) throw new Error(`no import of ${run.kind} in this build`);
  return kind;
}

/** Null where the pass ends before the file does, to be gone on with later. */
async function readOn(
  parts: RunnerParts,
  control: PassControl,
  { run: begun, kind }: { readonly run: ImportRun; readonly kind: ImportKind },
): Promise<ImportRun | null> {
  let run = begun;
  const step = stepOf(run);
  const meter = { bytes: 0 };
  const table = readTable(metered(parts.files.pieces(run.id), meter), run.encoding ?? 'UTF-8', kind.columns);
  for await (const rows of batches(table, rowsDone(run), kind.rowsAtOnce)) {
    if (control.lease.lost.aborted) return null;
    const bytes = Math.min(meter.bytes, run.sizeBytes);
    const batch: Batch = { control, run, step, kind, rows, bytes };
    run = await control.inTurn(() => takeIn(parts, batch));
    if (control.makesRoom()) return null;
  }
  return run;
}

async function inspect({ store, files }: RunnerParts, run: ImportRun): Promise<ImportRun> {
  const { encoding, sha256 } = await inspectFile(files.pieces(run.id));
  if (sha256 !== run.sha256) throw importFileDiffers({ found: sha256 });
  if (encoding === null) throw importEncodingUnknown();
  return store.save(recognised(run, encoding));
}

interface Batch {
  readonly control: PassControl;
  readonly run: ImportRun;
  readonly step: ImportStep;
  readonly kind: ImportKind;
  readonly rows: readonly TableRow[];
  readonly bytes: number;
}

/** Judges some rows and, in the pass that writes, writes them: with the position, in one transaction. */
function takeIn(parts: RunnerParts, { control, run, step, kind, rows, bytes }: Batch): Promise<ImportRun> {
  return inTransaction(parts.connection, async () => {
    await control.lease.guard();
    const found = rows.filter(isFinding);
    const readable = rows.filter((row): row is ImportedRow => !isFinding(row));
    const judged = await kind.judge(readable, { actor: run.owner, updating: run.update });
    if (step === 'APPLICATION') await saved(judged);
    const findings = [...found, ...judged.findings].toSorted((a, b) => a.line - b.line);
    await parts.store.keepFindings(run, step, findings);
    const refused = found.filter((finding) => !isRemark(finding)).length;
    return parts.store.save(advanced(run, countsOf(judged.outcomes, refused, findings), bytes));
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
    changed: count('CHANGED'),
    known: count('KNOWN'),
    refused: count('REFUSED') + refused,
    findings: findings.length,
    notes: findings.filter(({ severity }) => severity === 'NOTE').length,
  };
}

/** Rows in batches, from the one that is next; what is remarked on the file goes with the rows before it. */
async function* batches(
  table: AsyncIterable<TableRow>,
  skip: number,
  size: number,
): AsyncGenerator<readonly TableRow[]> {
  let rows = 0;
  let batch: TableRow[] = [];
  for await (const row of after(table, skip)) {
    const counts = isRemark(row) ? 0 : 1;
    if (rows + counts > size) {
      yield batch;
      batch = [];
      rows = 0;
    }
    batch.push(row);
    rows += counts;
  }
  if (batch.length > 0) yield batch;
}

/** What comes after so many rows, without the remarks that went with them. */
async function* after(table: AsyncIterable<TableRow>, skip: number): AsyncGenerator<TableRow> {
  let passed = 0;
  for await (const row of table) {
    if (!isRemark(row)) passed += 1;
    if (passed > skip || skip === 0) yield row;
  }
}

async function* metered(pieces: AsyncIterable<Buffer>, meter: { bytes: number }): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    meter.bytes += piece.length;
    yield piece;
  }
}
