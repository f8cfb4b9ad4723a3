import { importTableBroken, importTooManyColumns } from '../errors.ts';
import { LONGEST_ROW, MOST_CELLS, passEmpty, type SeenInTable, type TableRecord } from './records.ts';
import { type Archive, piecesOf } from './xlsx-archive.ts';
import { type CellTexts, type Sheet, textReader, unescaped } from './xlsx-parts.ts';
import { readXml, type XmlReader } from './xml.ts';

const LARGEST_SHEET = 512 * 1024 * 1024;
const DAY_MS = 86_400_000;

/** The rows of a sheet in which something stands, as they are unpacked: never more of them than a piece holds. */
export async function* sheetRows(
  archive: Archive,
  sheet: Sheet,
  texts: CellTexts,
  seen: SeenInTable,
): AsyncGenerator<TableRecord> {
  const rows: TableRecord[] = [];
  const reader = rowReader(sheet, texts, (row) => {
    if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
    else passEmpty(seen, row.line);
  });
  const pieces = piecesOf(await archive.open(sheet.part, LARGEST_SHEET));
  for await (const _step of readXml(pieces, reader)) yield* rows.splice(0);
}

interface CellUnderWay {
  readonly at: number;
  readonly type: string;
  readonly style: number;
  value: string;
}

/** The row under way, as far as its cells are read. */
function rowUnderWay() {
  let line = 0;
  let cells: string[] = [];
  let size = 0;
  return {
    begin: ({ r }: Readonly<Record<string, string>>): void => {
      line = r === undefined ? line + 1 : Number(r);
      cells = [];
      size = 0;
    },
    width: () => cells.length,
    take: (at: number, text: string): void => {
      if (text === '') return;
      size += text.length;
      if (at >= MOST_CELLS) throw importTooManyColumns({ line, most: MOST_CELLS });
      if (size > LONGEST_ROW) throw importTableBroken({ line, reason: 'CELLS_TOO_LONG', problem: TOO_LONG });
      while (cells.length < at) cells.push('');
      cells[at] = text;
    },
    read: (): TableRecord => ({ line, cells }),
  };
}

function rowReader(sheet: Sheet, texts: CellTexts, done: (row: TableRecord) => void): XmlReader {
  const row = rowUnderWay();
  let cell: CellUnderWay | null = null;
  let inValue = false;
  const inline = textReader('is', (text) => {
    if (cell !== null) cell.value = text;
  });
  const endCell = (): void => {
    if (cell !== null) row.take(cell.at, textIn(cell, sheet, texts));
    cell = null;
  };
  return {
    opened: (name, attributes) => {
      if (name === 'row') row.begin(attributes);
      else if (name === 'c') cell = beginCell(attributes, row.width());
      else if (name === 'v') inValue = cell !== null;
      else inline.opened(name);
    },
    text: (text) => {
      if (!inValue || cell === null) inline.text(text);
      else if (cell.value.length <= LONGEST_ROW) cell.value += text;
    },
    closed: (name) => {
      if (name === 'row') done(row.read());
      else if (name === 'c') endCell();
      else if (name === 'v') inValue = false;
      else inline.closed(name);
    },
  };
}

const TOO_LONG = { en: 'a row is longer than 64 KiB', zh: '单行超过 64 KiB' };

function beginCell(
  { r = '', t = '', s = '-1' }: Readonly<Record<string, string>>,
  next: number,
): CellUnderWay {
  const letters = /^[A-Z]{1,3}/.exec(r)?.[0];
  const at =
    letters === undefined
      ? next
      : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { at, type: t, style: Number(s), value: '' };
}

function textIn(cell: CellUnderWay, sheet: Sheet, { shared, dayStyles }: CellTexts): string {
  const { type, style, value } = cell;
  switch (type) {
    case 's':
      return shared[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case '':
    case 'n':
      return dayStyles.has(style) ? dayText(value, sheet) : numberText(value);
    default:
      return unescaped(value);
  }
}

/** A spreadsheet keeps fifteen digits of a number: longer ones are shown as what they have become. */
function numberText(written: string): string {
  const number = Number(written);
  if (written === '' || !Number.isFinite(number)) return written;
  if (Math.abs(number) >= 1e15) return number.toExponential().replace('e', 'E');
  return /^-?\d+$/.test(written) ? written : String(Number(number.toPrecision(15)));
}

function dayText(written: string, { from1904 }: Sheet): string {
  const days = Number(written) + (from1904 ? 1_462 : 0);
  if (written === '' || !(days >= 1 && days < 2_958_466)) return written;
  const at = Date.UTC(1899, 11, 30) + Math.round(days * 86_400) * 1_000;
  const iso = new Date(at).toISOString();
  return at % DAY_MS === 0 ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
}
