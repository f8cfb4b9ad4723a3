import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { importTableBroken, importTooManyColumns } from '../errors.ts';
import { type ColumnFinder, namedIn } from './heading.ts';
import {
  LONGEST_ROW,
  MOST_CELLS,
  nothingSeen,
  passEmpty,
  type SeenInTable,
  type TableRecord,
  type TableRecords,
} from './records.ts';

/** What is read ahead to see what parts the cells. */
const AHEAD = 16 * 1024;
const LINES_AHEAD = 12;
const DELIMITERS = [',', '\t', ';', '\uFF0C', '\uFF1B', '|'] as const;

/** The records of a text, row by row, however large it is. */
export function csvRecords(text: AsyncGenerator<string>, find: ColumnFinder): TableRecords {
  const seen = nothingSeen();
  return { records: read(text, find, seen), ragged: false, seen };
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

async function* read(
  text: AsyncGenerator<string>,
  find: ColumnFinder,
  seen: SeenInTable,
): AsyncGenerator<TableRecord> {
  const start = await startOf(text);
  const delimiter = delimiterOf(start, find);
  if (delimiter !== ',') seen.delimiter = delimiter;
  const parser = parserOf(delimiter, seen);
  // Its errors come out of the parser, which is where they are read.
  pipeline(Readable.from(inBytes(start, text)), parser, () => undefined);
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>)
      yield { line: info.lines, cells: record };
  } catch (error) {
    throw error instanceof CsvError ? broken(error) : error;
  }
}

function parserOf(delimiter: string, seen: SeenInTable) {
  return parse({
    delimiter,
    record_delimiter: '\n',
    bom: true,
    info: true,
    trim: true,
    relax_quotes: true,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
    // The size of a record does not count what stands between its cells.
    cast: (cell, { index, lines }) => {
      if (index >= MOST_CELLS) throw importTooManyColumns({ line: lines, most: MOST_CELLS });
      return cell;
    },
    on_record: (parsed) => {
      // With `info` a record comes along with it, whatever its type says.
      const { record, info } = parsed as unknown as Parsed;
      if (record.some((cell) => cell.trim() !== '')) return parsed;
      passEmpty(seen, info.lines);
      return null;
    },
  });
}

async function startOf(text: AsyncGenerator<string>): Promise<string> {
  let start = '';
  while (start.length < AHEAD) {
    const { done, value } = await text.next();
    if (done === true) break;
    start += value;
  }
  return start;
}

async function* inBytes(start: string, rest: AsyncGenerator<string>): AsyncGenerator<Buffer> {
  yield Buffer.from(start);
  for await (const chunk of rest) yield Buffer.from(chunk);
}

/** What parts most of the headings that are known from each other. */
function delimiterOf(start: string, find: ColumnFinder): string {
  const lines = start.slice(0, AHEAD).split('\n', LINES_AHEAD);
  const named = DELIMITERS.map((delimiter) =>
    Math.max(0, ...lines.map((line) => namedIn(cellsOf(line, delimiter), find))),
  );
  return DELIMITERS[named.indexOf(Math.max(...named))] ?? ',';
}

function cellsOf(line: string, delimiter: string): readonly string[] {
  return line.split(delimiter, MOST_CELLS).map((cell) => cell.trim().replace(/^"|"$/g, ''));
}

const REASONS: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  CSV_QUOTE_NOT_CLOSED: { en: 'a quotation mark is left open', zh: '引号未闭合' },
  CSV_MAX_RECORD_SIZE: { en: 'a row is longer than 64 KiB', zh: '单行超过 64 KiB' },
};

function broken(error: CsvError): Error {
  const { lines: line = 0 } = error as { lines?: number };
  const problem = REASONS[error.code] ?? { en: error.code, zh: error.code };
  return importTableBroken({ line, reason: error.code, problem });
}
