import type { Fen, RegionCode } from '@qianshou/kernel';
import type { AwardId, BudgetPlanId, ContractId, JournalEntryId, PaymentId } from '../ids.ts';
import type { Account } from './account.ts';
import type { Cap } from './cap.ts';
import type { SourcePart } from './source-part.ts';

export const ENTRY_KINDS = [
  'APPROPRIATE',
  'COMMIT',
  'RESERVE',
  'POST',
  'RELEASE',
  'RETURN',
  'REVERSE',
  'ADJUST',
  'CARRY_OVER',
  'SURPLUS',
  'PROVISIONAL',
] as const;

export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One side of an entry: what an account gains, or loses with the sign in front. */
export interface Posting {
  readonly account: Account;
  readonly fen: Fen;
}

/** What an entry is about. */
export interface Reference {
  readonly budgetPlanId: BudgetPlanId;
  readonly contractId: ContractId | null;
  readonly awardId: AwardId | null;
  readonly paymentId: PaymentId | null;
}

/** Money that is to move: everything about an entry that its maker decides. */
export interface Movement {
  readonly kind: EntryKind;
  /** Names the one effect, e.g. `post:pay_…`: the same key never moves money twice. */
  readonly idempotencyKey: string;
  readonly postings: readonly Posting[];
  /** Of which sources the moved money is. Null where the postings name them, and in entries of before they were kept. */
  readonly parts: readonly SourcePart[] | null;
  readonly reference: Reference;
  readonly actor: string;
  /** FUN-10: somebody else. Null only where money is set aside or given back to where it was, and nothing leaves. */
  readonly approver: string | null;
  /** The entry that this one undoes. */
  readonly reverses: JournalEntryId | null;
  /** With an appropriation: the cap that it was approved under. */
  readonly cap: Cap | null;
  /** HISTORY: entered of a past year; nobody's four eyes are claimed for it. Null or absent in all others. */
  readonly origin?: 'HISTORY' | null;
}

/** A line of the journal of one county and year. Inserted once; never changed, never removed. */
export interface JournalEntry extends Movement {
  readonly id: JournalEntryId;
  readonly countyCode: RegionCode;
  readonly year: number;
  /** Its place in the chain, from 1, without gaps. */
  readonly no: number;
  readonly at: Date;
  readonly previousHash: string;
  readonly hash: string;
}

/** A cryptographic digest of a text; the domain has none of its own. */
export type Digest = (text: string) => string;

export type UnsealedEntry = Omit<JournalEntry, 'hash'>;

export function seal(entry: UnsealedEntry, digest: Digest): JournalEntry {
  return { ...entry, hash: digest(sealedText(entry)) };
}

/** The number of the first entry that is missing, out of place or altered; null for an intact chain. */
export function firstBreak(entries: readonly JournalEntry[], digest: Digest): number | null {
  let previousHash = GENESIS;
  for (const [at, entry] of entries.entries()) {
    const linked = entry.no === at + 1 && entry.previousHash === previousHash;
    if (!linked || !isIntact(entry, digest)) return at + 1;
    previousHash = entry.hash;
  }
  return null;
}

/** Whether it says what it was sealed with. */
export function isIntact({ hash, ...entry }: JournalEntry, digest: Digest): boolean {
  return digest(sealedText(entry)) === hash;
}

/** Stands before the first entry. */
export const GENESIS = '';

/** Whether two movements ask for the same thing: what a repeated key must repeat. */
export function isSameMovement(a: Movement, b: Movement): boolean {
  return JSON.stringify(movementParts(a)) === JSON.stringify(movementParts(b));
}

/** Every field in a fixed order: two writings of one entry have one text. */
function sealedText(entry: UnsealedEntry): string {
  const { previousHash, id, countyCode, year, no, at } = entry;
  return JSON.stringify([previousHash, id, countyCode, year, no, at.toISOString(), ...movementParts(entry)]);
}

function movementParts(movement: Movement): readonly unknown[] {
  const { kind, idempotencyKey, postings, reference, actor, approver, reverses, cap } = movement;
  const parts = movement.parts ?? null;
  return [
    kind,
    idempotencyKey,
    postings.map(({ account, fen }) => [account, fen.toString()]),
    [reference.budgetPlanId, reference.contractId, reference.awardId, reference.paymentId],
    actor,
    approver,
    reverses,
    cap === null ? null : [cap.baseFen.toString(), cap.percent],
    // Entries of before have no such place in their text.
    ...(parts === null ? [] : [parts.map((part) => [part.kind, part.originYear, part.amountFen.toString()])]),
    ...((movement.origin ?? null) === null ? [] : [movement.origin]),
  ];
}
