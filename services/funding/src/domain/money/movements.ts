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

/** What every movement says: what it is about and who stands for it. */
export interface Warrant {
  readonly programme: Programme;
  readonly reference: Reference;
  readonly actor: string;
  readonly approver: string;
}

export interface Drawing {
  readonly kind: SourceKind;
  readonly amountFen: Fen;
}

/** An approved budget: its sources give, and the money waits to be bound. Sources that give nothing are left out. */
export function appropriating(warrant: Warrant, drawings: readonly Drawing[], cap: Cap | null): Movement {
  const { programme, reference } = warrant;
  const giving = drawings.filter(({ amountFen }) => amountFen > 0n);
  const total = fen(giving.reduce<bigint>((sum, { amountFen }) => sum + amountFen, 0n));
  return {
    ...movementOf(warrant, 'APPROPRIATE', reference.budgetPlanId),
    postings: [
      ...giving.map(({ kind, amountFen }) => posting(sourceAccount(programme, kind), -amountFen)),
      posting(stageAccount(programme, 'APPROPRIATED'), total),
    ],
    cap,
  };
}

/** A signed contract or an approved award: approved money is bound to it. */
export function committing(warrant: Warrant, amountFen: Fen): Movement {
  const { contractId, awardId } = warrant.reference;
  return {
    ...movementOf(warrant, 'COMMIT', contractId ?? awardId ?? warrant.reference.budgetPlanId),
    postings: moving(warrant.programme, 'APPROPRIATED', 'COMMITTED', amountFen),
  };
}

/** First phase of a payment: bound money is set aside. Nothing leaves yet, so nobody has approved it yet. */
export function reserving(warrant: Omit<Warrant, 'approver'>, amountFen: Fen): Movement {
  return {
    ...movementOf({ ...warrant, approver: null }, 'RESERVE', paymentOf(warrant.reference)),
    postings: moving(warrant.programme, 'COMMITTED', 'RESERVED', amountFen),
  };
}

/** Second phase: what was set aside has left. */
export function disbursing(warrant: Warrant, amountFen: Fen): Movement {
  return {
    ...movementOf(warrant, 'POST', paymentOf(warrant.reference)),
    postings: moving(warrant.programme, 'RESERVED', 'DISBURSED', amountFen),
  };
}

/** Second phase, the other way: what was set aside is bound and free for another payment again. */
export function releasing(warrant: Omit<Warrant, 'approver'>, amountFen: Fen): Movement {
  return {
    ...movementOf({ ...warrant, approver: null }, 'RELEASE', paymentOf(warrant.reference)),
    postings: moving(warrant.programme, 'RESERVED', 'COMMITTED', amountFen),
  };
}

/** Paid money came back from the payee. The paid stays on record; what came back stands against it. */
export function comingBack(warrant: Warrant, amountFen: Fen): Movement {
  return {
    ...movementOf(warrant, 'RETURN', paymentOf(warrant.reference)),
    postings: moving(warrant.programme, 'RETURNED', 'COMMITTED', amountFen),
  };
}

/** A correction: the same postings the other way, once. The wrong entry stays where it is. */
export function reversing(entry: JournalEntry, warrant: Pick<Warrant, 'actor' | 'approver'>): Movement {
  if (entry.kind === 'REVERSE') throw reversalReversed({ entryId: entry.id });
  return {
    kind: 'REVERSE',
    idempotencyKey: movementKey('REVERSE', entry.id),
    postings: entry.postings.map(({ account, fen: moved }) => posting(account, -moved)),
    reference: entry.reference,
    actor: warrant.actor,
    approver: warrant.approver,
    reverses: entry.id,
    cap: null,
  };
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
