import {
  type DomainError,
  findingOf,
  type ImportColumn,
  type ImportedRow,
  quotedBeside,
  type RowFinding,
  someOf,
} from '@qianshou/kernel';
import {
  importCellFormula,
  importColumnsWrong,
  importDigitsLost,
  importRowCells,
  importTableEmpty,
} from '../errors.ts';
import { csvRecords } from './csv-records.ts';
import { type Encoding, textOf } from './encoding.ts';
import {
  besideRows,
  type ColumnFinder,
  columnFinder,
  completes,
  type Heading,
  headingAt,
  headingOf,
  isHeadingToo,
  lastFilled,
  repeatsHeading,
} from './heading.ts';
import type { TableRecord } from './records.ts';
import { type ReadHead, remarks } from './remarks.ts';
import { xlsxRecords } from './xlsx-records.ts';

/** A row of the file: read into cells, or refused as it stands. Or a remark on the file, which is no row. */
export type TableRow = ImportedRow | RowFinding;

export function isFinding(row: TableRow): row is RowFinding {
  return 'severity' in row;
}

/** A finding beside rows: how the file was understood. */
export function isRemark(row: TableRow): boolean {
  return isFinding(row) && row.severity !== 'ERROR';
}

/** How far down the heading may be: above it are titles. */
const RECORDS_AHEAD = 10;

/** Reads the table row by row, however large it is. The heading says which column is where. */
export async function* readTable(
  pieces: AsyncIterable<Buffer>,
  encoding: Encoding,
  columns: readonly ImportColumn[],
): AsyncGenerator<TableRow> {
  const find = columnFinder(columns);
  const table = encoding === 'XLSX' ? xlsxRecords(pieces, find) : csvRecords(textOf(pieces, encoding), find);
  const records = table.records[Symbol.asyncIterator]();
  const ahead = await firstOf(records, RECORDS_AHEAD);
  if (ahead.length === 0) throw importTableEmpty({ columns: columns.map(({ name }) => name) });
  const head = readHead(ahead, columns, find);
  yield* remarks.ofHead(head, table.seen, columns);
  const layout = { heading: head.heading, columns, ragged: table.ragged };
  for (const record of head.below) yield rowOf(record, layout);
  for await (const record of rest(records)) yield rowOf(record, layout);
  yield* remarks.ofEnd(table.seen);
}

async function firstOf(records: AsyncIterator<TableRecord>, most: number): Promise<readonly TableRecord[]> {
  const first: TableRecord[] = [];
  while (first.length < most) {
    const { done, value } = await records.next();
    if (done === true) break;
    first.push(value);
  }
  return first;
}

function rest(records: AsyncIterator<TableRecord>): AsyncIterable<TableRecord> {
  return { [Symbol.asyncIterator]: () => records };
}

interface Head extends ReadHead {
  readonly below: readonly TableRecord[];
}

function readHead(ahead: readonly TableRecord[], columns: readonly ImportColumn[], find: ColumnFinder): Head {
  const at = headingAt(ahead, find);
  const main = ahead[at] ?? { line: 1, cells: [] };
  const second = secondLine(ahead[at + 1], main, find);
  const over = groupsAbove(ahead[at - 1], main, find);
  const groups = second ?? over;
  const heading = headingOf(main.cells, groups?.cells ?? null, find);
  refuseWrong(heading, columns);
  return {
    heading,
    line: main.line,
    leftOut: ahead.slice(0, at).filter((record) => record !== over),
    groups,
    below: ahead.slice(second === null ? at + 1 : at + 2),
  };
}

function secondLine(
  under: TableRecord | undefined,
  main: TableRecord,
  find: ColumnFinder,
): TableRecord | null {
  return under !== undefined && isHeadingToo(under.cells, main.cells, find) ? under : null;
}

function groupsAbove(
  above: TableRecord | undefined,
  main: TableRecord,
  find: ColumnFinder,
): TableRecord | null {
  return above !== undefined && completes(above.cells, main.cells, find) ? above : null;
}

function refuseWrong({ names, unknown, repeated }: Heading, columns: readonly ImportColumn[]): void {
  const missing = columns.filter(({ name, required }) => required && !names.includes(name));
  if (unknown.length === 0 && repeated.length === 0 && missing.length === 0) return;
  const nothing = { en: 'none', zh: '无' };
  // Where the heading is missing, the first row stands in its place.
  const shown = unknown.map((name) => quotedBeside(columns, name));
  const listed = (list: readonly string[]) => (list.length === 0 ? nothing : someOf(list));
  throw importColumnsWrong({
    missing: missing.map(({ name, zh }) => `${name} (${zh})`),
    unknown: shown.slice(0, 10).map((name) => name.slice(0, 60)),
    repeated: repeated.slice(0, 10),
    columns: columns.map(({ name }) => name),
    missingNames: listed(missing.map(({ name, zh }) => `${zh} (${name})`)),
    unknownNames: listed(shown),
    repeatedNames: listed(repeated),
    columnNames: {
      en: columns.map(({ name }) => name).join(', '),
      zh: columns.map(({ zh }) => zh).join('、'),
    },
  });
}

interface Layout {
  readonly heading: Heading;
  readonly columns: readonly ImportColumn[];
  readonly ragged: boolean;
}

function rowOf(written: TableRecord, layout: Layout): TableRow {
  const { line, cells: record } = written;
  const { heading, columns, ragged } = layout;
  const { names } = heading;
  const beside = besideRows(record, names);
  if (beside !== null) return remarks.ofRow(written, columns, beside);
  if (repeatsHeading(record, heading.written))
    return remarks.ofRow(written, columns, { en: 'the heading once more', zh: '重复的表头' });
  if (!fits(record, heading, ragged)) {
    return findingOf(
      { line },
      importRowCells({ found: lastFilled(record), expected: names.length }),
      columns,
    );
  }
  const cells: Record<string, string> = {};
  for (const [at, name] of names.entries()) {
    if (name === null) continue;
    // The parser trims outside of quotation marks only.
    const cell = (record[at] ?? '').trim();
    cells[name] = cell;
    const wrong = wrongIn(cell, name);
    if (wrong !== null) return findingOf({ line, cells }, wrong, columns);
  }
  return { line, cells };
}

/** Neither cut off nor shifted: nothing stands where the heading is empty. */
function fits(record: readonly string[], { names, written }: Heading, ragged: boolean): boolean {
  if (!ragged && record.length < names.length) return false;
  return record.every((cell, at) => cell.trim() === '' || (written[at] ?? '').trim() !== '');
}

function wrongIn(cell: string, field: string): DomainError | null {
  // What a spreadsheet would compute when somebody opens an export of it: refused, not repaired.
  if (/^[=+\-@]./.test(cell) && !/^-+$/.test(cell))
    return importCellFormula({ field, start: cell.slice(0, 1) });
  return /^\d(\.\d+)?E\+\d{1,3}$/i.test(cell) ? importDigitsLost({ field }) : null;
}
