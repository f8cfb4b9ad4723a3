import { DomainError, type Fen, fen, regionCode } from '@qianshou/kernel';
import fc from 'fast-check';
import { awardId, budgetPlanId, contractId, journalEntryId, paymentId } from '../src/domain/ids.ts';
import type { Cap } from '../src/domain/money/cap.ts';
import {
  type Digest,
  type JournalEntry,
  type Movement,
  type Reference,
  seal,
} from '../src/domain/money/journal-entry.ts';
import { emptyLedger, type Ledger, record } from '../src/domain/money/ledger.ts';
import {
  appropriating,
  comingBack,
  committing,
  disbursing,
  releasing,
  reserving,
  reversing,
} from '../src/domain/money/movements.ts';

export const YIDU = regionCode('420581');

const uuid = (serial: number): string => `01900000-0000-7000-8000-${serial.toString(16).padStart(12, '0')}`;

const AT = new Date('2026-06-30T02:00:00Z');
const BASE = budgetPlanId(`bud_${uuid(1)}`);

/** Enough to tell texts apart in a test; the product seals with SHA-256. */
export const digest: Digest = (text) => {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash.toString(36);
};

/** A ledger with its whole journal: what the database holds of a county and year. */
export interface Book {
  readonly ledger: Ledger;
  readonly journal: readonly JournalEntry[];
}

export const anEmptyBook = (): Book => ({ ledger: emptyLedger(YIDU, 2026), journal: [] });

export type Command =
  | { readonly type: 'appropriate'; readonly of: number; readonly share: bigint; readonly grant: bigint }
  | { readonly type: 'commit' | 'reserve'; readonly of: number; readonly amount: bigint }
  | { readonly type: 'post' | 'release' | 'return' | 'unpost'; readonly of: number; readonly amount: bigint };

export const CAP: Cap = { baseFen: fen(1_000n), percent: 3 };

function referenceTo(command: Command): Reference {
  const id = uuid(command.of);
  const base = { budgetPlanId: BASE, contractId: null, awardId: null, paymentId: null };
  if (command.type === 'appropriate') return { ...base, budgetPlanId: budgetPlanId(`bud_${id}`) };
  if (command.type === 'commit') return { ...base, awardId: awardId(`awd_${id}`) };
  return { ...base, contractId: contractId(`con_${uuid(1)}`), paymentId: paymentId(`pay_${id}`) };
}

/** The movement that a command stands for; null where there is nothing that it could move. */
export function movementOf(command: Command, { journal }: Book): Movement | null {
  const reference = referenceTo(command);
  const warrant = { programme: 'STATION_WORK', reference, actor: 'bureau', approver: 'finance' } as const;
  switch (command.type) {
    case 'appropriate': {
      const share = { kind: 'ASSISTANCE_FUND_SHARE', amountFen: fen(command.share) } as const;
      const grant = { kind: 'SUPERIOR_GRANT', amountFen: fen(command.grant) } as const;
      return appropriating(warrant, [share, grant], CAP);
    }
    case 'commit':
      return committing(warrant, fen(command.amount));
    case 'reserve':
      return reserving(warrant, fen(command.amount));
    case 'post':
      return disbursing(warrant, fen(command.amount));
    case 'release':
      return releasing(warrant, fen(command.amount));
    case 'return':
      return comingBack(warrant, fen(command.amount));
    case 'unpost': {
      const post = journal.find(({ idempotencyKey }) => idempotencyKey === `POST:${reference.paymentId}`);
      return post === undefined ? null : reversing(post, warrant);
    }
  }
}

export function write(book: Book, movement: Movement): Book {
  const earlier =
    book.journal.find(({ idempotencyKey }) => idempotencyKey === movement.idempotencyKey) ?? null;
  const id = journalEntryId(`jnl_${uuid(book.journal.length + 1)}`);
  const { ledger, entry } = record(book.ledger, movement, { id, at: AT, digest, earlier });
  return { ledger, journal: earlier === null ? [...book.journal, entry] : book.journal };
}

/** A refused command changes nothing; everything else that is thrown is a fault of the ledger. */
export function attempt(book: Book, command: Command): Book {
  try {
    const movement = movementOf(command, book);
    return movement === null ? book : write(book, movement);
  } catch (error) {
    if (error instanceof DomainError) return book;
    throw error;
  }
}

export const play = (commands: readonly Command[]): Book => commands.reduce(attempt, anEmptyBook());

const few = fc.integer({ min: 1, max: 4 });
const amount = fc.bigInt({ min: 1n, max: 40n });

/** Few objects and small amounts, so that commands meet each other and the limits often. */
export const aCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: fc.constant('appropriate' as const), of: few, share: amount, grant: amount }),
  fc.record({ type: fc.constantFrom('commit', 'reserve'), of: few, amount }),
  fc.record({ type: fc.constantFrom('post', 'release', 'return', 'unpost'), of: few, amount }),
);

/** The whole way of two payments out of one budget, each step of which can succeed once the one before it has. */
export const aWorkableYear: fc.Arbitrary<readonly Command[]> = fc
  .record({ share: fc.bigInt({ min: 1n, max: 30n }), first: amount, second: amount, paid: fc.boolean() })
  .map(({ share, first, second, paid }) => [
    { type: 'appropriate', of: 1, share, grant: 80n },
    { type: 'commit', of: 1, amount: first + second },
    { type: 'reserve', of: 1, amount: first },
    { type: 'post', of: 1, amount: first },
    { type: 'reserve', of: 2, amount: second },
    { type: paid ? 'post' : 'release', of: 2, amount: second },
  ]);

/** A year that has begun as it should, to some point, and then anything at all. */
export const someCommands: fc.Arbitrary<readonly Command[]> = fc
  .tuple(aWorkableYear, fc.nat(6), fc.array(aCommand, { minLength: 4, maxLength: 12, size: 'max' }))
  .map(([year, done, anything]) => [...year.slice(0, done), ...anything]);

export const total = (amounts: readonly Fen[]): bigint =>
  amounts.reduce<bigint>((sum, each) => sum + each, 0n);

/** The item at a place that the test knows to be taken; negative from the end. */
export function nth<Item>(items: readonly Item[], at: number): Item {
  const item = items.at(at);
  if (item === undefined) throw new Error(`there is no item at ${at}`);
  return item;
}

/** The movement of a command that has one. */
export function moving(command: Command, book: Book): Movement {
  const movement = movementOf(command, book);
  if (movement === null) throw new Error(`${command.type} has nothing to move`);
  return movement;
}

/** A year of so many entries, six at most. */
export function aBookOf(entries: number): Book {
  const year: readonly Command[] = [
    { type: 'appropriate', of: 1, share: 20n, grant: 80n },
    { type: 'commit', of: 1, amount: 60n },
    { type: 'reserve', of: 1, amount: 30n },
    { type: 'post', of: 1, amount: 30n },
    { type: 'reserve', of: 2, amount: 20n },
    { type: 'post', of: 2, amount: 20n },
  ];
  return play(year.slice(0, entries));
}

/** As somebody would forge it who knows how entries are sealed: one entry says something else, all after it fit. */
export function rewritten(journal: readonly JournalEntry[], from: number): readonly JournalEntry[] {
  const anew: JournalEntry[] = [];
  for (const { hash: _hash, ...entry } of journal) {
    const previousHash = anew.at(-1)?.hash ?? '';
    const actor = entry.no === from ? 'somebody else' : entry.actor;
    anew.push(seal({ ...entry, actor, previousHash }, digest));
  }
  return anew;
}
