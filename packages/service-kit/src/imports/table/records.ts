/** Most cells of a row: no table of ours has a fifth of them, and an array of five million is a fault of its own. */
export const MOST_CELLS = 100;

/** More than any row of ours can have: what is longer has lost its line ends or its closing quotation mark. */
export const LONGEST_ROW = 64 * 1024;

/** A line of a table before anybody knows what it is: a title, a heading, a row. */
export interface TableRecord {
  /** Where it ends, as an editor or a spreadsheet numbers it. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The records of a table, with what had to be understood to find them. */
export interface TableRecords {
  readonly records: AsyncIterable<TableRecord>;
  /** Whether a short record is one whose last cells are empty, and not one that was cut off. */
  readonly ragged: boolean;
  /** Set while records are read. */
  readonly seen: SeenInTable;
}

export interface SeenInTable {
  /** What parts the cells, where that is not a comma. */
  delimiter: string | null;
  /** The sheet that is read, where a workbook has several. */
  sheet: string | null;
  emptyRecords: number;
  firstEmptyLine: number;
}

export function nothingSeen(): SeenInTable {
  return { delimiter: null, sheet: null, emptyRecords: 0, firstEmptyLine: 0 };
}

/** Counts a record in which nothing stands. */
export function passEmpty(seen: SeenInTable, line: number): void {
  if (seen.emptyRecords === 0) seen.firstEmptyLine = line;
  seen.emptyRecords += 1;
}
