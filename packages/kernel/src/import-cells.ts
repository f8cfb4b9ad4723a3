import { type CalendarDate, calendarDate } from './calendar-date.ts';
import { badInput } from './errors.ts';
import type { Cells } from './import.ts';

/** The cell of a required column. */
export function required(cells: Cells, field: string): string {
  const cell = cells[field] ?? '';
  if (cell === '') throw badInput({ field, reason: 'must not be empty' });
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
  if (!/^\d{1,9}$/.test(cell)) throw badInput({ field, reason: 'expected a whole number' });
  return Number(cell);
}

export function decimalNumber(cell: string, field: string): number {
  if (!/^\d{1,9}(\.\d{1,4})?$/.test(cell))
    throw badInput({ field, reason: 'expected a number such as 12.5' });
  return Number(cell);
}

/** The values of a set with the Chinese term of each, or several where people have several. */
type Terms<Value extends string> = Readonly<Record<Value, string | readonly string[]>>;

/** One of a value set, by its identifier or by its Chinese term. */
export function oneOf<const Value extends string>(
  terms: Terms<Value>,
): (cell: string, field: string) => Value {
  const byTerm = new Map<string, Value>();
  for (const [value, zh] of Object.entries(terms) as [Value, string | readonly string[]][])
    for (const term of [value, zh].flat()) byTerm.set(term, value);
  return (cell, field) => {
    const value = byTerm.get(cell);
    if (value === undefined) {
      throw badInput({ field, reason: `expected one of ${[...byTerm.keys()].join(', ')}` });
    }
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
    .split(/[;;、|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const YES = new Set(['是', 'TRUE', 'true', '1', 'Y', 'y', 'yes']);
const NO = new Set(['否', 'FALSE', 'false', '0', 'N', 'n', 'no']);

export function yesOrNo(cell: string, field: string): boolean {
  if (YES.has(cell)) return true;
  if (NO.has(cell)) return false;
  throw badInput({ field, reason: 'expected 是 or 否, true or false' });
}

/** A day as a table holds it: 2026-01-05, 2026/1/5 or 2026.1.5. */
export function dayOf(cell: string, field: string): CalendarDate {
  const [year = '', month = '', day = '', ...rest] = cell.split(/[-/.]/);
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return calendarDate(rest.length > 0 ? cell : iso, field);
}
