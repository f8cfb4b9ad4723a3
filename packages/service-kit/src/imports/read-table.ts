import { createHash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import {
  type DomainError,
  findingOf,
  type ImportColumn,
  type ImportedRow,
  type RowFinding,
} from '@qianshou/kernel';
import { CsvError, parse } from 'csv-parse';
import {
  importCellFormula,
  importColumnsWrong,
  importRowCells,
  importTableBroken,
  importTableEmpty,
} from './errors.ts';
import type { Encoding } from './import-run.ts';

/** A row of the file: read into cells, or refused as it stands. */
export type TableRow = ImportedRow | RowFinding;

export function isFinding(row: TableRow): row is RowFinding {
  return 'severity' in row;
}

/** More than any row of ours can have: what is longer has lost its line ends or its closing quotation mark. */
const LONGEST_ROW = 64 * 1024;

export interface FileFacts {
  /** Null where it is neither of the two. */
  readonly encoding: Encoding | null;
  readonly sha256: string;
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Reads the file once: its hash, and which of the two encodings all of it is valid in. */
export async function inspectFile(pieces: AsyncIterable<Buffer>): Promise<FileFacts> {
  const hash = createHash('sha256');
  const decoders = { 'UTF-8': strictDecoder('utf-8'), GB18030: strictDecoder('gb18030') };
  const candidates = new Set<Encoding>(['UTF-8', 'GB18030']);
  let start = Buffer.alloc(0);
  for await (const piece of pieces) {
    hash.update(piece);
    if (start.length < BYTE_ORDER_MARK.length) start = Buffer.concat([start, piece.subarray(0, 3)]);
    for (const encoding of candidates) if (!decoders[encoding].accepts(piece)) candidates.delete(encoding);
  }
  // Nearly every pair of bytes is some GB18030 character: what is marked as UTF-8, or is UTF-8 but for a cut at its
  // end, must not be read as that.
  if (start.indexOf(BYTE_ORDER_MARK) === 0) candidates.delete('GB18030');
  const [first] = candidates;
  const encoding = first !== undefined && decoders[first].ends() ? first : null;
  return { encoding, sha256: hash.digest('hex') };
}

function strictDecoder(label: string) {
  const decoder = new TextDecoder(label, { fatal: true });
  const holds = (work: () => string): boolean => {
    try {
      // NUL is in every UTF-16 and in every binary file, and in no text.
      return !work().includes('\0');
    } catch {
      return false;
    }
  };
  return {
    accepts: (piece: Buffer) => holds(() => decoder.decode(piece, { stream: true })),
    ends: () => holds(() => decoder.decode()),
  };
}

/** Reads the table row by row, however large it is. The heading says which column is where. */
export async function* readTable(
  pieces: AsyncIterable<Buffer>,
  encoding: Encoding,
  columns: readonly ImportColumn[],
): AsyncGenerator<TableRow> {
  const parser = parse({
    bom: true,
    info: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
  });
  // Its errors come out of the parser, which is where they are read.
  pipeline(Readable.from(inUtf8(pieces, encoding)), parser, () => undefined);
  let heading: readonly string[] | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      if (heading === null) heading = readHeading(record, columns);
      else yield rowOf(record, info.lines, heading, columns);
    }
  } catch (error) {
    throw error instanceof CsvError ? broken(error) : error;
  }
  if (heading === null) throw importTableEmpty({ columns: columns.map(({ name }) => name) });
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

async function* inUtf8(pieces: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer | string> {
  if (encoding === 'UTF-8') return yield* pieces;
  const decoder = new TextDecoder('gb18030');
  for await (const piece of pieces) yield Buffer.from(decoder.decode(piece, { stream: true }));
}

function readHeading(record: readonly string[], columns: readonly ImportColumn[]): readonly string[] {
  const byHeading = new Map(columns.flatMap(({ name, zh }) => [[name, name] as const, [zh, name] as const]));
  const names = record.map((cell) => byHeading.get(cell.trim()) ?? null);
  const unknown = record.filter((_cell, at) => names[at] === null);
  const repeated = names.filter((name, at) => name !== null && names.indexOf(name) !== at);
  const missing = columns.filter(({ name, required }) => required && !names.includes(name));
  if (unknown.length > 0 || repeated.length > 0 || missing.length > 0) {
    throw importColumnsWrong({
      missing: missing.map(({ name, zh }) => `${name} (${zh})`),
      unknown,
      repeated,
      columns: columns.map(({ name }) => name),
    });
  }
  return names as readonly string[];
}

function rowOf(
  record: readonly string[],
  line: number,
  heading: readonly string[],
  columns: readonly ImportColumn[],
): TableRow {
  if (record.length !== heading.length) {
    return findingOf(line, importRowCells({ found: record.length, expected: heading.length }), columns);
  }
  const cells: Record<string, string> = {};
  for (const [at, raw] of record.entries()) {
    // The parser trims outside of quotation marks only.
    const cell = raw.trim();
    const field = heading[at] ?? '';
    const formula = formulaIn(cell, field);
    if (formula !== null) return findingOf(line, formula, columns);
    cells[field] = cell;
  }
  return { line, cells };
}

/** What a spreadsheet would compute when somebody opens an export of it: refused, not repaired. */
function formulaIn(cell: string, field: string): DomainError | null {
  return /^[=+\-@]./.test(cell) ? importCellFormula({ field, start: cell.slice(0, 1) }) : null;
}

function broken(error: CsvError): Error {
  const { lines: line = 0 } = error as { lines?: number };
  return importTableBroken({ line, reason: error.code });
}
