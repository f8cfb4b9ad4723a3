import { importWorkbookBroken, importWorkbookTooLarge } from '../errors.ts';
import { type ColumnFinder, namedIn } from './heading.ts';
import { nothingSeen, type SeenInTable, type TableRecord, type TableRecords } from './records.ts';
import { type Archive, openArchive } from './xlsx-archive.ts';
import { type CellTexts, cellTexts, type Sheet, sheetsOf } from './xlsx-parts.ts';
import { sheetRows } from './xlsx-sheet.ts';

/** A workbook is held while it is read, since its index is at its end. */
const LARGEST_WORKBOOK = 20 * 1024 * 1024;
/** Sheets that are looked into, and how far, to see which of them is the table. */
const MOST_SHEETS = 10;
const RECORDS_AHEAD = 10;

/** The records of the sheet of a workbook that names most columns. */
export function xlsxRecords(pieces: AsyncIterable<Buffer>, find: ColumnFinder): TableRecords {
  const seen = nothingSeen();
  return { records: read(pieces, find, seen), ragged: true, seen };
}

async function* read(
  pieces: AsyncIterable<Buffer>,
  find: ColumnFinder,
  seen: SeenInTable,
): AsyncGenerator<TableRecord> {
  const archive = await openArchive(await wholeOf(pieces));
  const sheets = (await sheetsOf(archive)).slice(0, MOST_SHEETS);
  const texts = await cellTexts(archive);
  const sheet = await tableAmong(sheets, { archive, texts, find });
  if (sheets.length > 1) seen.sheet = sheet.name;
  yield* sheetRows(archive, sheet, texts, seen);
}

async function wholeOf(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > LARGEST_WORKBOOK) throw importWorkbookTooLarge({ most: LARGEST_WORKBOOK });
    all.push(piece);
  }
  return Buffer.concat(all);
}

interface Looking {
  readonly archive: Archive;
  readonly texts: CellTexts;
  readonly find: ColumnFinder;
}

async function tableAmong(sheets: readonly Sheet[], looking: Looking): Promise<Sheet> {
  const [first, ...others] = sheets;
  if (first === undefined) throw importWorkbookBroken();
  if (others.length === 0) return first;
  let best = { sheet: first, named: 0 };
  for (const sheet of sheets) {
    const named = await mostNamed(sheet, looking);
    if (named > best.named) best = { sheet, named };
  }
  return best.sheet;
}

async function mostNamed(sheet: Sheet, { archive, texts, find }: Looking): Promise<number> {
  let most = 0;
  let looked = 0;
  for await (const { cells } of sheetRows(archive, sheet, texts, nothingSeen())) {
    most = Math.max(most, namedIn(cells, find));
    looked += 1;
    if (looked >= RECORDS_AHEAD) break;
  }
  return most;
}
