import { requireSecondPerson } from '../reference/four-eyes.ts';
import { type Fen, fen, idempotencyConflict, type RegionCode, term } from '@qianshou/kernel';
import { budgetExhausted, accountOverdrawn, entryUnbalanced, ledgerCapBroken } from '../reference/errors.ts';
import type { JournalEntryId } from '../ids.ts';
import {
  type Account,
  accountWords,
  holdsMoney,
  paidAccountsOf,
  PROGRAMMES,
  sourceAccount,
} from './account.ts';
import { type Cap, capFen, isWithin } from './cap.ts';
import {
  type Digest,
  GENESIS,
  isSameMovement,
  type JournalEntry,
  type Movement,
  type Posting,
  seal,
} from './journal-entry.ts';
import type { SourcePart } from './source-part.ts';
import { type PartBalances, refuseSourceOverdraft, sumOfParts, withParts } from './source-parts.ts';

export type Balances = Readonly<Record<Account, Fen>>;

/**
 * The guard of one county and year: what the journal sums up to, kept beside it so that an overdraft is refused
 * without reading it all. The journal is the truth; this can be rebuilt from it at any time.
 */
export interface Ledger {
  readonly countyCode: RegionCode;
  readonly year: number;
  /** How many entries the journal has: the number of the last one. */
  readonly entries: number;
  readonly lastHash: string;
  readonly balances: Balances;
  /** The same money by source, so that every fen has one. */
  readonly parts: PartBalances;
  /** FUN-1: what the assistance fund may give, once a budget was approved under a cap. */
  readonly cap: Cap | null;
}

/** Which journal: one per county and year. */
export type LedgerPlace = Pick<Ledger, 'countyCode' | 'year'>;

export function emptyLedger(countyCode: RegionCode, year: number): Ledger {
  return { countyCode, year, entries: 0, lastHash: GENESIS, balances: {}, parts: {}, cap: null };
}

export function balanceOf(ledger: Pick<Ledger, 'balances'>, account: Account): Fen {
  return ledger.balances[account] ?? fen(0n);
}

export interface RecordFacts {
  readonly id: JournalEntryId;
  readonly at: Date;
  readonly digest: Digest;
  /** The entry that carries this movement's key already. */
  readonly earlier: JournalEntry | null;
}

export interface Recorded {
  readonly ledger: Ledger;
  readonly entry: JournalEntry;
}

/** Writes a movement into the journal, or answers with the entry that it made before: the same key moves money once. */
export function record(ledger: Ledger, movement: Movement, facts: RecordFacts): Recorded {
  const { earlier } = facts;
  if (earlier !== null) {
    if (!isSameMovement(earlier, movement)) throw idempotencyConflict({ key: movement.idempotencyKey });
    return { ledger, entry: earlier };
  }
  refuseMalformed(movement);
  const { id, at, digest } = facts;
  const { countyCode, year, entries, lastHash } = ledger;
  const place = { id, countyCode, year, no: entries + 1, at, previousHash: lastHash };
  const entry = seal({ ...movement, ...place }, digest);
  const after = apply(ledger, entry);
  for (const posting of entry.postings) refuseOverdraft(ledger, posting);
  refuseSourceOverdraft(ledger.parts, after.parts);
  refuseBrokenCap(after);
  return { ledger: after, entry };
}

/** The ledger with one more entry; what `record` guards and what a replay repeats. */
export function apply(ledger: Ledger, entry: JournalEntry): Ledger {
  const balances: Record<Account, Fen> = { ...ledger.balances };
  for (const posting of entry.postings) {
    balances[posting.account] = fen((balances[posting.account] ?? 0n) + posting.fen);
  }
  const parts = withParts(ledger.parts, entry);
  return {
    ...ledger,
    entries: entry.no,
    lastHash: entry.hash,
    balances,
    parts,
    cap: entry.cap ?? ledger.cap,
  };
}

/** The guard as the journal alone would have it. */
export function replay(countyCode: RegionCode, year: number, entries: readonly JournalEntry[]): Ledger {
  return entries.reduce(apply, emptyLedger(countyCode, year));
}

function refuseMalformed({ postings, parts, actor, approver }: Movement): void {
  const sum = postings.reduce((total, posting) => total + posting.fen, 0n);
  const accounts = new Set(postings.map(({ account }) => account));
  const malformed = accounts.size < 2 || accounts.size !== postings.length;
  if (malformed || sum !== 0n || postings.some((posting) => posting.fen === 0n)) {
    throw entryUnbalanced({ postings: postings.length, sumFen: sum.toString() });
  }
  if (parts !== null) refuseOtherSum(postings, parts);
  if (approver !== null) requireSecondPerson('ACTOR_APPROVER', actor, [approver]);
}

/** Its sources are the whole of what moves. */
function refuseOtherSum(postings: readonly Posting[], parts: readonly SourcePart[]): void {
  const moved = postings.find((posting) => posting.fen > 0n)?.fen ?? 0n;
  const difference = sumOfParts(parts) - moved;
  if (difference === 0n) return;
  throw entryUnbalanced({ postings: parts.length, sumFen: difference.toString() });
}

function refuseOverdraft(ledger: Ledger, { account, fen: moved }: Posting): void {
  const available = availableFor(ledger, account, moved);
  const asked = moved < 0n ? -moved : moved;
  if (available === null || asked <= available) return;
  const details = {
    account: accountWords(account),
    availableFen: available.toString(),
    askedFen: asked.toString(),
  };
  throw account.endsWith('/APPROPRIATED') ? budgetExhausted(details) : accountOverdrawn(details);
}

/**
 * How far a balance may move in that direction; null without a limit. Accounts that hold money never fall below zero,
 * the others never rise above it, and no more comes back than was paid.
 */
function availableFor(ledger: Ledger, account: Account, moved: Fen): Fen | null {
  const paid = paidAccountsOf(account);
  if (paid !== null && moved < 0n) {
    return fen(paid.reduce<bigint>((sum, each) => sum + balanceOf(ledger, each), 0n));
  }
  if (holdsMoney(account)) return moved < 0n ? balanceOf(ledger, account) : null;
  return moved > 0n ? fen(-balanceOf(ledger, account)) : null;
}

const NO_CAP = term(null, 'not set', '未设定');

/** FUN-1 over all programmes: what the assistance fund gave to the county in the year stays within the cap. */
function refuseBrokenCap(ledger: Ledger): void {
  const share = shareOf(ledger);
  if (share === 0n || (ledger.cap !== null && isWithin(ledger.cap, share))) return;
  throw ledgerCapBroken({
    capFen: ledger.cap === null ? NO_CAP : capFen(ledger.cap).toString(),
    askedFen: share.toString(),
  });
}

/** What the assistance fund has given so far. */
export function shareOf(ledger: Ledger): Fen {
  const drawn = PROGRAMMES.map((programme) =>
    balanceOf(ledger, sourceAccount(programme, 'ASSISTANCE_FUND_SHARE')),
  );
  return fen(-drawn.reduce<bigint>((sum, balance) => sum + balance, 0n));
}
