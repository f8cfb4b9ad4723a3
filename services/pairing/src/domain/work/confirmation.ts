import type { CalendarDate, DocumentReference, PublicText } from '@qianshou/kernel';
import { workJudgedAlready } from './errors.ts';

export type Verdict = 'CONFIRMED' | 'CONTESTED';

/** What the side that is helped says of what it was told: it was so, or it was not, and why. */
export interface Confirmation {
  readonly verdict: Verdict;
  readonly on: CalendarDate;
  /** Of one that is contested. */
  readonly reason: PublicText | null;
  readonly evidence: DocumentReference | null;
}

export interface Confirmable {
  /** Absent in records of before; a correction takes it away, for something else was confirmed. */
  readonly confirmation?: Confirmation | null;
}

export function verdictOn({ confirmation = null }: Confirmable): Verdict | null {
  return confirmation?.verdict ?? null;
}

export function refuseSameVerdict(fact: Confirmable, { verdict }: Confirmation): void {
  if (fact.confirmation?.verdict === verdict) throw workJudgedAlready({ verdict, on: fact.confirmation.on });
}
