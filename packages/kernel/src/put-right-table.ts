import type { Role } from './actor.ts';
import type { Message } from './message.ts';

/** What can be struck out or corrected, by which mutations, by whom, and what then follows by itself. */
export interface PutRightFact {
  readonly fact: Message;
  /** As in the event catalogue; several facts may lie in one. */
  readonly aggregate: string;
  /** The mutation that strikes it out; null where none does, and `reason` says why. */
  readonly strike: string | null;
  readonly correct: string | null;
  /** Why it has not both verbs. */
  readonly reason?: Message;
  /** As `PuttingRight`: the lowest office that records it, or, of a decision, the office that takes it. */
  readonly office: Role;
  readonly isDecision?: boolean;
  /** What is made anew when it is struck out or corrected. */
  readonly follows: Message;
}

/** Nobody has built it: it is no rule. */
export const NOT_YET: Message = { en: 'Cannot be put right yet.', zh: '尚不支持更正。' };

/** An aggregate that nobody recorded, or whose own life takes it back: nothing to put right in it. */
export interface NothingToPutRight {
  readonly aggregate: string;
  readonly because: Message;
}

/** One of each service, in `src/domain/put-right.ts`; the table in docs/corrections.md is made of them. */
export interface PutRightTable {
  readonly facts: readonly PutRightFact[];
  readonly nothing: readonly NothingToPutRight[];
}
