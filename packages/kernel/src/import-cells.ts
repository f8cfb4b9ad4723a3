import { type CalendarDate, calendarDate } from './calendar-date.ts';
import { kindOfDay } from './day-kinds.ts';
import { badInput, type DomainError } from './errors.ts';
import type { Message } from './message.ts';
import type { Cells } from './import.ts';
import { type Terms, valueFinder } from './import-readings.ts';
import { plausibleDay } from './plausible-day.ts';

/** The cell of a required column. */
export function required(cells: Cells, field: string): string {
  const cell = cells[field] ?? '';
  if (cell === '') throw unusable(field, 'must not be empty', '不得为空');
  return cell;
}

/** What an optional cell means; null where it is empty. */
export function ifGiven<Value>(
  cells: Cells,
  field: string,
  parse: (cell: string, field: string) => Value,
): Value | null {
  const cell = cells[field] ?? '';
  return cell === '' ? null : parse(cell, field);
}

/** A whole number as people write it, without thousands separators. */
export function wholeNumber(cell: string, field: string): number {
  if (!/^\d{1,9}$/.test(cell)) throw unusable(field, 'expected a whole number', '应为整数');
  return Number(cell);
}

export function decimalNumber(cell: string, field: string): number {
  if (!/^\d{1,9}(\.\d{1,4})?$/.test(cell))
    throw unusable(field, 'expected a number such as 12.5', '应为数字,例如 12.5');
  return Number(cell);
}

/** One of a value set, by its identifier or by a term of either language. */
export function oneOf<const Value extends string>(
  terms: Terms<Value>,
): (cell: string, field: string) => Value {
  const find = valueFinder(terms);
  const labels = Object.values<readonly string[]>(terms);
  const en = labels.map((names) => names.at(-1) ?? '').join(', ');
  const zh = labels.map(([name = '']) => name).join('、');
  return (cell, field) => {
    const value = find(cell);
    if (value === undefined) throw unusable(field, `expected one of ${en}`, `应为以下之一:${zh}`);
    return value;
  };
}

/** Several of a value set in one cell, parted by a semicolon or a Chinese comma. */
export function severalOf<const Value extends string>(
  terms: Terms<Value>,
): (cell: string, field: string) => readonly Value[] {
  const one = oneOf(terms);
  return (cell, field) => parts(cell).map((part) => one(part, field));
}

export function parts(cell: string): readonly string[] {
  return cell
    .split(/[;\uFF1B、|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const YES = new Set(['是', 'true', '1', 'y', 'yes']);
const NO = new Set(['否', 'false', '0', 'n', 'no']);

export function yesOrNo(cell: string, field: string): boolean {
  if (YES.has(cell.toLowerCase())) return true;
  if (NO.has(cell.toLowerCase())) return false;
  throw unusable(field, 'expected yes or no', '应为“是”或“否”');
}

/** A day as a table holds it: 2026-01-05, 2026/1/5 or 2026.1.5. */
export function dayOf(cell: string, field: string): CalendarDate {
  const [year = '', month = '', day = '', ...rest] = cell.split(/[-/.]/);
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return plausibleDay(calendarDate(rest.length > 0 ? cell : iso, field), field, kindOfDay(field));
}

function unusable(field: string, en: string, zh: string): DomainError {
  const reason: Message = { en, zh };
  return badInput({ field, reason });
}
