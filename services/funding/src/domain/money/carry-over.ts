import type { JournalEntry, Movement, Reference } from './journal-entry.ts';
import { carriedIn, carryingOver, type Warrant } from './movements.ts';
import { partsFromYear, type SourcePart } from './source-parts.ts';
import type { Programme, Stage } from './account.ts';

/** Bound money that lies in another year than its budget's, after that year was closed. */
export interface CarriedOver {
  readonly year: number;
  /** Of which sources it is there, each by the year that it comes from. */
  readonly sources: readonly SourcePart[];
}

/** What of a budget, a contract, an award or a payment goes on into another year. */
export interface Carrying {
  readonly programme: Programme;
  readonly reference: Reference;
  readonly stage: Stage;
  readonly subject: string;
  readonly parts: readonly SourcePart[];
  readonly year: number;
}

export interface CarryMovements {
  /** In the year that it leaves. */
  readonly out: readonly Movement[];
  /** In the year that it goes on in. */
  readonly into: readonly Movement[];
}

/** The same money twice: out of one year's ledger, and into the other's. Nothing where there is nothing. */
export function carry(
  { programme, reference, stage: from, subject, parts, year }: Carrying,
  { actor, approver }: Pick<JournalEntry, 'actor' | 'approver'>,
): CarryMovements {
  const left = parts.filter(({ amountFen }) => amountFen > 0n);
  if (left.length === 0) return { out: [], into: [] };
  const warrant: Warrant = { programme, reference, actor, approver };
  return {
    out: [carryingOver(warrant, { from, subject, parts: left })],
    into: [carriedIn(warrant, { from, subject, parts: partsFromYear(left, year) })],
  };
}
