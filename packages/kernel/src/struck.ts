import type { CalendarDate } from './calendar-date.ts';
import { type DocumentReference, documentOrNone, type WrittenDocument } from './document-reference.ts';
import { defineError } from './errors.ts';
import { publicText, type PublicText } from './public-text.ts';

/** A mistake that was struck out: it stays, says why, and counts no more. Nothing that was recorded is rewritten. */
export interface Struck {
  readonly on: CalendarDate;
  readonly reason: PublicText;
  /** What shows it; absent where none was named, and in rows of before. */
  readonly evidence?: DocumentReference | null;
}

/** Why something is struck out or corrected, and what shows it. */
export interface Grounds {
  readonly reason: PublicText;
  readonly evidence: DocumentReference | null;
}

/** As every strike and every correction takes them. @throws BAD_USER_INPUT, PERSONAL_MARKS_FOUND */
export function grounds({
  reason,
  evidence,
}: {
  readonly reason: string;
  readonly evidence?: WrittenDocument | null | undefined;
}): Grounds {
  return { reason: publicText(reason, 'reason', 500), evidence: documentOrNone(evidence, 'evidence') };
}

export function struckOut(
  reason: string,
  today: CalendarDate,
  evidence: DocumentReference | null = null,
): Struck {
  const struck = { on: today, reason: publicText(reason, 'reason', 500) };
  return evidence === null ? struck : { ...struck, evidence };
}

/** Of the facts that have no refusal of their own. */
export const struckAlready = defineError({
  kind: 'CONFLICT',
  code: 'STRUCK_ALREADY',
  en: 'This record was struck out on {on} already. Record the right one anew.',
  zh: '该记录已于 {on} 作废，请重新登记正确的内容。',
});

/** @throws `refusal`, or STRUCK_ALREADY for facts that have none of their own. */
export function requireNotStruck(
  { struck = null }: { readonly struck?: Struck | null | undefined },
  refusal: (details: { readonly on: CalendarDate }) => Error = struckAlready,
): void {
  if (struck !== null) throw refusal({ on: struck.on });
}

export const correctedToTheSame = defineError({
  kind: 'CONFLICT',
  code: 'CORRECTED_TO_THE_SAME',
  en: 'The correction says what the record says already. Name at least one value that was otherwise.',
  zh: '更正内容与原记录相同。请至少写明一项与原记录不同的内容。',
});

/** A correction says at least one thing otherwise; what it does not name stays. */
export function requireDifference<Fact extends object>(fact: Fact, corrected: Partial<Fact>): void {
  const names = Object.keys(corrected) as (keyof Fact)[];
  if (names.every((name) => same(corrected[name], fact[name]))) throw correctedToTheSame();
}

/** Lists of words are compared by what they hold. */
function same(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((each, at) => each === other[at]);
}
