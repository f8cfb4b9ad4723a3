import type { CalendarDate, Grounds, PublicText, DocumentReference } from '@qianshou/kernel';

/** Why something is struck out; whoever mends what was stored before names no document. */
export interface Mistake {
  readonly reason: string;
  readonly evidence?: DocumentReference | null;
  readonly today: CalendarDate;
}

/** What a fact said before it was corrected, and why. */
export type Before<Facts> = Facts & {
  readonly on: CalendarDate;
  readonly reason: PublicText;
  readonly evidence: DocumentReference | null;
};

/** What stood before, of the fields that a correction can name. */
export function noted<Facts extends object, Field extends keyof Facts>(
  facts: Facts,
  fields: readonly Field[],
  { reason, evidence }: Grounds,
  on: CalendarDate,
): Before<Pick<Facts, Field>> {
  const stood = Object.fromEntries(fields.map((field) => [field, facts[field]])) as Pick<Facts, Field>;
  return { ...stood, on, reason, evidence };
}
