import { addDays, addMonths, type CalendarDate, daysBetween, laterOf } from '@qianshou/kernel';

/** Days of work or study; `until` is the day after the last, null where it goes on. */
export interface Span {
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}

const BEFORE_ALL = '1900-01-01' as CalendarDate;

/** Everything up to a day: what is known of a full-time study of which only the end is. */
export function until(day: CalendarDate): Span {
  return { from: BEFORE_ALL, until: day };
}

/** In order, each day once, however the records overlap. */
export function merged(spans: readonly Span[]): readonly Span[] {
  const ordered = spans
    .filter((span) => span.until === null || span.from < span.until)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const result: Span[] = [];
  for (const span of ordered) {
    const last = result.at(-1);
    if (last === undefined || (last.until !== null && last.until < span.from)) result.push(span);
    else result[result.length - 1] = { from: last.from, until: laterEnd(last.until, span.until) };
  }
  return result;
}

/** Without the days of others: full-time study is no service. */
export function without(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  return merged(others).reduce<readonly Span[]>(
    (left, other) => left.flatMap((span) => around(span, other)),
    merged(spans),
  );
}

export function since(spans: readonly Span[], day: CalendarDate): readonly Span[] {
  return spans
    .filter((span) => span.until === null || span.until > day)
    .map((span) => ({ from: laterOf(span.from, day), until: span.until }));
}

/** The day on which so many months are full, or null where they do not add up to that. */
export function fullOn(spans: readonly Span[], months: number): CalendarDate | null {
  let served = 0;
  for (const { from, until: end } of spans) {
    const full = laterOf(addMonths(addDays(from, -served), months), from);
    if (end === null || full <= end) return full;
    served += daysBetween(from, end);
  }
  return null;
}

/** Whole months served by a day, as far as anybody asks. */
export function monthsBy(spans: readonly Span[], day: CalendarDate, most: number): number {
  let [least, above] = [0, most + 1];
  while (above - least > 1) {
    const middle = Math.floor((least + above) / 2);
    const full = fullOn(spans, middle);
    if (full !== null && full <= day) least = middle;
    else above = middle;
  }
  return least;
}

function laterEnd(one: CalendarDate | null, other: CalendarDate | null): CalendarDate | null {
  return one === null || other === null ? null : laterOf(one, other);
}

function around(span: Span, other: Span): readonly Span[] {
  const before = {
    from: span.from,
    until: span.until !== null && span.until < other.from ? span.until : other.from,
  };
  const parts: Span[] = before.from < before.until ? [before] : [];
  if (other.until === null || (span.until !== null && span.until <= other.until)) return parts;
  return [...parts, { from: laterOf(span.from, other.until), until: span.until }];
}
