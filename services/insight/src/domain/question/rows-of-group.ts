import { addDays, addMonths, type CalendarDate, type RegionCode } from '@qianshou/kernel';
import { type Dimension, isLevel } from './dimensions.ts';
import type { Condition, GroupsQuestion, RowsQuestion, Test } from './question.ts';

type Page = Pick<RowsQuestion, 'first' | 'after' | 'fields'>;

/** Which rows a group stands for: those of its question that have its keys. */
export function rowsOfGroup(
  { dataset, by, where, asOf }: GroupsQuestion,
  keys: readonly (string | null)[],
  page: Page,
): RowsQuestion {
  const ofKeys = by.map((dimension, at) => conditionOf(dimension, keys[at] ?? null, dataset));
  return { ...page, dataset, asOf, where: { is: 'ALL', of: [where, ...ofKeys] }, orderBy: null };
}

function conditionOf(
  { field, grain }: Dimension,
  key: string | null,
  { fields }: GroupsQuestion['dataset'],
): Condition {
  const tests = (...all: readonly Test[]): Condition => ({
    is: 'ALL',
    of: all.map((test) => ({ is: 'FIELD', field, test })),
  });
  if (key === null)
    return tests(isLevel(grain) ? { is: 'ABOVE', level: grain } : { is: 'MISSING', missing: true });
  if (grain === 'VALUE') return tests({ is: 'IN', values: [valueOf(key, fields[field]?.kind)] });
  const span = spanOf(grain, key);
  if (span !== null) return tests({ is: 'FROM', value: span[0] }, { is: 'UP_TO', value: span[1] });
  return tests({ is: 'WITHIN', region: key as RegionCode });
}

function valueOf(key: string, kind: string | undefined): string | number | boolean {
  if (kind === 'FLAG') return key === 'true';
  return kind === 'COUNT' ? Number(key) : key;
}

const MONTHS = { YEAR: 12, QUARTER: 3, MONTH: 1 } as const;

/** First and last day of a period; null for what is none. */
function spanOf(grain: Dimension['grain'], key: string): readonly [string, string] | null {
  if (grain === 'DAY') return [key, key];
  if (grain !== 'YEAR' && grain !== 'QUARTER' && grain !== 'MONTH') return null;
  const from = firstDay(grain, key) as CalendarDate;
  return [from, addDays(addMonths(from, MONTHS[grain]), -1)];
}

function firstDay(grain: keyof typeof MONTHS, key: string): string {
  if (grain === 'YEAR') return `${key}-01-01`;
  if (grain === 'MONTH') return `${key}-01`;
  const [year = '', quarter = '1'] = key.split('-Q');
  return `${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01`;
}
