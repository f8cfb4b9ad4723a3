import { halfWidth, type ImportColumn, type Message, tidied } from '@qianshou/kernel';
import type { TableRecord } from './records.ts';

/** Columns that people keep beside a table for themselves: not read, and told. */
const BESIDE = new Set(
  [
    '序号',
    '编号',
    '备注',
    '说明',
    '附注',
    '注',
    'no',
    '#',
    'remark',
    'remarks',
    'note',
    'notes',
    'comment',
  ].map(headingKey),
);

export interface Heading {
  /** By position: the name of the column that stands there, null where none does. */
  readonly names: readonly (string | null)[];
  readonly written: readonly string[];
  readonly unknown: readonly string[];
  readonly repeated: readonly string[];
  readonly beside: readonly string[];
}

/** A heading as it is compared: people put spaces, stars and remarks in brackets around it. */
export function headingKey(cell: string): string {
  return halfWidth(tidied(cell))
    .replace(/\s/g, '')
    .replace(/\((.*?)\)|\[(.*?)\]|〔(.*?)〕|【(.*?)】/g, (whole, ...inside: readonly unknown[]) =>
      inside.some((text) => typeof text === 'string' && OTHER_UNIT.test(text)) ? whole : '',
    )
    .replace(/[*:.]/g, '')
    .toLowerCase();
}

/** Units in which a number means something else than the column does. */
const OTHER_UNIT = /^(分钟|分|秒|天|日|周|月|亩|公顷|平方公里)$|[万千百亿]/;

export type ColumnFinder = (cell: string) => ImportColumn | undefined;

export function columnFinder(columns: readonly ImportColumn[]): ColumnFinder {
  const byKey = new Map(
    columns.flatMap((column) => [column.name, column.zh].map((name) => [headingKey(name), column] as const)),
  );
  return (cell) => byKey.get(headingKey(cell));
}

/** How many columns are named there. */
export function namedIn(cells: readonly string[], find: ColumnFinder): number {
  return new Set(cells.flatMap((cell) => find(cell)?.name ?? [])).size;
}

/** Where the heading is among the first records: the one that names most columns, the first one where none does. */
export function headingAt(records: readonly TableRecord[], find: ColumnFinder): number {
  const named = records.map(({ cells }) => namedIn(cells, find));
  return Math.max(0, named.indexOf(Math.max(...named)));
}

/** What the columns are called, in one line or in two of which one groups or translates the other. */
export function headingOf(
  written: readonly string[],
  other: readonly string[] | null,
  find: ColumnFinder,
): Heading {
  const width = Math.max(lastFilled(written), other === null ? 0 : lastFilled(other));
  const cells = Array.from({ length: width }, (_, at) => {
    const own = written[at] ?? '';
    const beside = other?.[at] ?? '';
    return find(own) === undefined && find(beside) !== undefined ? beside : own;
  });
  const names = cells.map((cell) => find(cell)?.name ?? null);
  const nameless = cells.filter((cell, at) => names[at] === null && headingKey(cell) !== '');
  return {
    names,
    written: cells,
    unknown: nameless.filter((cell) => !BESIDE.has(headingKey(cell))),
    repeated: names.flatMap((name, at) => (name !== null && names.indexOf(name) !== at ? [name] : [])),
    beside: nameless.filter((cell) => BESIDE.has(headingKey(cell))),
  };
}

export function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

/** Whether a record belongs to the heading: every cell in it names a column, in words or by its group. */
export function isHeadingToo(
  cells: readonly string[],
  heading: readonly string[],
  find: ColumnFinder,
): boolean {
  const filled = cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [{ cell, at }]));
  return (
    filled.length > 0 &&
    filled.every(
      ({ cell, at }) => find(cell) !== undefined || headingKey(cell) === headingKey(heading[at] ?? ''),
    )
  );
}

/** Whether a record above the heading names columns that the heading leaves out: two lines of which one groups. */
export function completes(above: readonly string[], heading: readonly string[], find: ColumnFinder): boolean {
  return above.some((cell, at) => find(cell) !== undefined && find(heading[at] ?? '') === undefined);
}

/** Whether a row is the heading once more, as where two files were put together. */
export function repeatsHeading(cells: readonly string[], written: readonly string[]): boolean {
  return cells.every((cell, at) => cell === '' || cell.trim() === (written[at] ?? '').trim());
}

const TOTAL = /^["“\s]*(合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|total|subtotal|sum)["”\s]*([:\uFF1A]|$)/i;
const FOOT =
  /^\s*(注|附注|备注|说明|填表人|制表人?|审核人?|填报人|填报单位|填表日期|填报日期|制表日期|负责人|联系人|数据来源|notes?|source)\s*[:\uFF1A]/i;

/** What a row is that is none: what it is the sum of, or what people write under a table. */
export function besideRows(cells: readonly string[], names: readonly (string | null)[]): Message | null {
  const first = cells.find((cell) => cell !== '') ?? '';
  const firstNamed = cells.find((cell, at) => cell !== '' && typeof names[at] === 'string') ?? '';
  if (TOTAL.test(first) || TOTAL.test(firstNamed)) return { en: 'a sum', zh: '合计行' };
  return FOOT.test(first) ? { en: 'a remark under the table', zh: '表尾说明' } : null;
}
