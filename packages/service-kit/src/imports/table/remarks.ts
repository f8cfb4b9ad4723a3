import {
  bounded,
  type DomainError,
  type ImportColumn,
  type Message,
  quoted,
  quotedBeside,
  type RowFinding,
} from '@qianshou/kernel';
import type { Heading } from './heading.ts';
import type { SeenInTable, TableRecord } from './records.ts';
import {
  importColumnNotRead,
  importDelimiterSeen,
  importHeadingReadAs,
  importLineLeftOut,
  importRowsEmpty,
  importSheetRead,
} from './table-notes.ts';

export interface ReadHead {
  readonly heading: Heading;
  readonly line: number;
  readonly leftOut: readonly TableRecord[];
  readonly groups: TableRecord | null;
}

/** What is told of a file beside its rows: how it was understood, and what of it is no row. */
export const remarks = { ofHead, ofRow, ofEnd };

function* ofHead(
  { heading, line, leftOut, groups }: ReadHead,
  seen: SeenInTable,
  columns: readonly ImportColumn[],
): Generator<RowFinding> {
  if (seen.sheet !== null) yield note(line, importSheetRead({ sheet: quoted(seen.sheet) }));
  for (const { line: at, cells } of leftOut)
    yield ofRow({ line: at, cells }, columns, { en: 'a title', zh: '标题行' });
  if (groups !== null) yield ofRow(groups, columns, { en: 'part of the heading', zh: '表头的一部分' });
  if (seen.delimiter !== null)
    yield note(line, importDelimiterSeen({ delimiter: delimiterName(seen.delimiter) }));
  yield* renamed(heading, line, columns);
  for (const written of heading.beside) {
    const value = quotedBeside(columns, written.trim());
    yield { ...note(line, importColumnNotRead({ value })), value };
  }
}

function* renamed({ names, written }: Heading, line: number, columns: readonly ImportColumn[]) {
  for (const [at, name] of names.entries()) {
    const cell = (written[at] ?? '').trim();
    const column = columns.find((each) => each.name === name);
    if (column === undefined || cell === column.name || cell === column.zh) continue;
    const heading = { en: column.name, zh: column.zh };
    const value = quoted(cell);
    yield {
      ...note(line, importHeadingReadAs({ value, readAs: heading })),
      column: column.name,
      heading,
      value,
      readAs: column.zh,
    };
  }
}

function ofRow({ line, cells }: TableRecord, columns: readonly ImportColumn[], what: Message): RowFinding {
  const text = quotedBeside(columns, cells.filter((cell) => cell.trim() !== '').join(' '));
  return { ...note(line, importLineLeftOut({ what, text })), value: text };
}

function* ofEnd({ emptyRecords: count, firstEmptyLine: line }: SeenInTable): Generator<RowFinding> {
  if (count > 0) yield note(line, importRowsEmpty({ count, line }));
}

function delimiterName(delimiter: string): Message {
  if (delimiter === '\t') return { en: 'tabs', zh: '制表符' };
  return { en: `“${delimiter}”`, zh: `“${delimiter}”` };
}

function note(line: number, { code, messages }: DomainError): RowFinding {
  return {
    line,
    column: null,
    heading: null,
    value: null,
    readAs: null,
    severity: 'NOTE',
    code,
    message: bounded(messages),
  };
}
