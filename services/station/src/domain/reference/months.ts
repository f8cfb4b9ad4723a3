import { monthsWrong } from './errors.ts';

/** Months in one answer: two years. */
const MOST_MONTHS = 24;
const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;

/** Every month from the first to the last, both included. */
export function monthsBetween(from: string, to: string): readonly string[] {
  if (!MONTH.test(from) || !MONTH.test(to)) throw monthsWrong({ most: MOST_MONTHS });
  const [first, last] = [numberOf(from), numberOf(to)];
  if (last < first || last - first >= MOST_MONTHS) throw monthsWrong({ most: MOST_MONTHS });
  return Array.from({ length: last - first + 1 }, (_, at) => monthOf(first + at));
}

function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function monthOf(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}
