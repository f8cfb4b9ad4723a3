import { type Fen, fen } from '@qianshou/kernel';
import { reversalReversed } from '../reference/errors.ts';
import {
  type Account,
  type Programme,
  sourceAccount,
  type SourceKind,
  type Stage,
  stageAccount,
} from './account.ts';
import type { Cap } from './cap.ts';
import type { EntryKind, JournalEntry, Movement, Posting, Reference } from './journal-entry.ts';
import { type SourcePart, sumOfParts } from './source-parts.ts';

/** What every movement says: what it is about and who stands for it. */
export interface Warrant {
  readonly programme: Programme;
  readonly reference: Reference;
  readonly actor: string;
  /** Null only for what was entered of a past year. */
  readonly approver: string | null;
}

export interface Drawing {
  readonly kind: SourceKind;
  readonly amountFen: Fen;
}

/** Of which sources money is that moves between stages; null where that was not kept yet. */
type Parts = readonly SourcePart[] | null;

/** An approved budget: its sources give, and the money waits to be bound. Sources that give nothing are left out. */
export function appropriating(warrant: Warrant, drawings: readonly Drawing[], cap: Cap | null): Movement {
  const { programme, reference } = warrant;
  return {
    ...movementOf(warrant, 'APPROPRIATE', reference.budgetPlanId),
    postings: given(programme, drawings),
    cap,
  };
}

/** Before the approval of a budget: some of its sources give some of what they are to give. */
export function openingProvisionally(warrant: Warrant, no: number, drawings: readonly Drawing[]): Movement {
  const { programme, reference } = warrant;
  return {
    ...movementOf(warrant, 'PROVISIONAL', `${reference.budgetPlanId}/${no}`),
    postings: given(programme, drawings),
  };
}

/** From each source into what may be bound; less than nothing where a source takes back. */
function given(programme: Programme, drawings: readonly Drawing[]): readonly Posting[] {
  const giving = drawings.filter(({ amountFen }) => amountFen !== 0n);
  const total = giving.reduce<bigint>((sum, { amountFen }) => sum + amountFen, 0n);
  return [
    ...giving.map(({ kind, amountFen }) => posting(sourceAccount(programme, kind), -amountFen)),
    ...(total === 0n ? [] : [posting(stageAccount(programme, 'APPROPRIATED'), total)]),
  ];
}

/** How much more a source gives, or less. */
export interface SourceDelta {
  readonly kind: SourceKind;
  readonly changeFen: Fen;
}

interface AdjustmentTerms {
  readonly no: number;
  readonly deltas: readonly SourceDelta[];
  readonly cap: Cap | null;
}

/** An approved adjustment: sources give more or less, and what they give waits to be bound. */
export function adjusting(warrant: Warrant, { no, deltas, cap }: AdjustmentTerms): Movement {
  const { programme, reference } = warrant;
  const drawings = deltas.map(({ kind, changeFen }) => ({ kind, amountFen: changeFen }));
  return {
    ...movementOf(warrant, 'ADJUST', `${reference.budgetPlanId}/${no}`),
    postings: given(programme, drawings),
    cap,
  };
}

/** A signed contract or an approved award: approved money is bound to it. */
export function committing(warrant: Warrant, amountFen: Fen, parts: Parts = null): Movement {
  const { contractId, awardId } = warrant.reference;
  return {
    ...movementOf(warrant, 'COMMIT', contractId ?? awardId ?? warrant.reference.budgetPlanId),
    postings: moving(warrant.programme, 'APPROPRIATED', 'COMMITTED', amountFen),
    parts,
  };
}

/** First phase of a payment: bound money is set aside. Nothing leaves yet, so nobody has approved it yet. */
export function reserving(warrant: Omit<Warrant, 'approver'>, amountFen: Fen, parts: Parts = null): Movement {
  return {
    ...movementOf({ ...warrant, approver: null }, 'RESERVE', paymentOf(warrant.reference)),
    postings: moving(warrant.programme, 'COMMITTED', 'RESERVED', amountFen),
    parts,
  };
}

/** Second phase: what was set aside has left. */
export function disbursing(warrant: Warrant, amountFen: Fen, parts: Parts = null): Movement {
  return {
    ...movementOf(warrant, 'POST', paymentOf(warrant.reference)),
    postings: moving(warrant.programme, 'RESERVED', 'DISBURSED', amountFen),
    parts,
  };
}

/** Second phase, the other way: what was set aside is bound and free for another payment again. */
export function releasing(warrant: Omit<Warrant, 'approver'>, amountFen: Fen, parts: Parts = null): Movement {
  return {
    ...movementOf({ ...warrant, approver: null }, 'RELEASE', paymentOf(warrant.reference)),
    postings: moving(warrant.programme, 'RESERVED', 'COMMITTED', amountFen),
    parts,
  };
}

/** A contract that ended before its time: what is not paid of it is free again. */
export function unbinding(warrant: Omit<Warrant, 'approver'>, amountFen: Fen, parts: Parts = null): Movement {
  const { contractId, budgetPlanId } = warrant.reference;
  return {
    ...movementOf({ ...warrant, approver: null }, 'RELEASE', contractId ?? budgetPlanId),
    postings: moving(warrant.programme, 'COMMITTED', 'APPROPRIATED', amountFen),
    parts,
  };
}

/** Paid money came back from the payee. The paid stays on record; what came back stands against it. */
export function comingBack(
  warrant: Warrant,
  amountFen: Fen,
  parts: Parts = null,
  to: 'COMMITTED' | 'SURPLUS' = 'COMMITTED',
): Movement {
  return {
    ...movementOf(warrant, 'RETURN', paymentOf(warrant.reference)),
    postings: moving(warrant.programme, 'RETURNED', to, amountFen),
    parts,
  };
}

/** What goes on into the next year, or what is given back. */
interface Leaving {
  readonly from: Stage;
  /** Whose money it is: a budget, a contract, an award or a payment. */
  readonly subject: string;
  readonly parts: readonly SourcePart[];
}

/** In the year that ends: the money is the next year's. */
export function carryingOver(warrant: Warrant, leaving: Leaving): Movement {
  return leavingTo(warrant, leaving, 'CARRY_OVER', 'CARRIED_OVER');
}

/** In the year that ends: the money is given back (结余). */
export function givingBack(warrant: Warrant, leaving: Leaving): Movement {
  return leavingTo(warrant, leaving, 'SURPLUS', 'SURPLUS');
}

function leavingTo(warrant: Warrant, leaving: Leaving, kind: EntryKind, to: Stage): Movement {
  const { from, subject, parts } = leaving;
  return {
    ...movementOf(warrant, kind, subject),
    postings: moving(warrant.programme, from, to, sumOfParts(parts)),
    parts,
  };
}

/** In the year that begins: the same money stands where it stood, by the year that it comes from. */
export function carriedIn(warrant: Warrant, { from: into, subject, parts }: Leaving): Movement {
  const { programme } = warrant;
  return {
    ...movementOf(warrant, 'CARRY_OVER', subject),
    postings: [
      ...parts.map(({ kind, originYear, amountFen }) =>
        posting(sourceAccount(programme, kind, originYear), -amountFen),
      ),
      posting(stageAccount(programme, into), sumOfParts(parts)),
    ],
  };
}

/** A correction: the same postings the other way, once. The wrong entry stays where it is. */
export function reversing(entry: JournalEntry, warrant: Pick<Warrant, 'actor' | 'approver'>): Movement {
  if (entry.kind === 'REVERSE') throw reversalReversed({ entryId: entry.id });
  return {
    kind: 'REVERSE',
    idempotencyKey: movementKey('REVERSE', entry.id),
    postings: entry.postings.map(({ account, fen: moved }) => posting(account, -moved)),
    parts: entry.parts ?? null,
    reference: entry.reference,
    actor: warrant.actor,
    approver: warrant.approver,
    reverses: entry.id,
    cap: null,
  };
}

/** Entered of a past year: nobody's four eyes are claimed for it. */
export function asHistory(movement: Movement): Movement {
  return { ...movement, approver: null, origin: 'HISTORY' };
}

/** One key per effect: whoever asks, and however often, an object's money makes each step once. */
export function movementKey(kind: EntryKind, subject: string): string {
  return `${kind}:${subject}`;
}

type Unposted = Omit<Movement, 'postings'>;

function movementOf(
  { reference, actor, approver }: Pick<Movement, 'reference' | 'actor' | 'approver'>,
  kind: EntryKind,
  subject: string,
): Unposted {
  return {
    kind,
    idempotencyKey: movementKey(kind, subject),
    parts: null,
    reference,
    actor,
    approver,
    reverses: null,
    cap: null,
  };
}

function paymentOf({ paymentId }: Reference): string {
  if (paymentId === null) throw new Error('a movement of a payment names it');
  return paymentId;
}

function moving(programme: Programme, from: Stage, to: Stage, amountFen: Fen): readonly Posting[] {
  return [
    posting(stageAccount(programme, from), -amountFen),
    posting(stageAccount(programme, to), amountFen),
  ];
}

function posting(account: Account, amount: bigint): Posting {
  return { account, fen: fen(amount) };
}
