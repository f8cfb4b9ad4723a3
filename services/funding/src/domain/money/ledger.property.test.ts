import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aCommand,
  anEmptyBook,
  attempt,
  aWorkableYear,
  type Book,
  CAP,
  type Command,
  digest,
  nth,
  play,
  someCommands,
  total,
  write,
  YIDU,
} from '../../../test/money-model.ts';
import { ACCOUNTS, holdsMoney, paidAccountsOf } from './account.ts';
import { isWithin } from './cap.ts';
import { firstBreak } from './journal-entry.ts';
import { balanceOf, type Ledger, replay, shareOf } from './ledger.ts';
import { reversing } from './movements.ts';
import { compare } from './reconciliation.ts';

const RUNS = { numRuns: 10_000 };
const LONG = 60_000;

const sameBalances = (a: Ledger, b: Ledger): boolean =>
  ACCOUNTS.every((account) => balanceOf(a, account) === balanceOf(b, account));

function breach({ ledger }: Book): string | null {
  for (const account of ACCOUNTS) {
    const balance = balanceOf(ledger, account);
    if (holdsMoney(account) ? balance < 0n : balance > 0n) return account;
    const paid = paidAccountsOf(account);
    if (paid !== null && total(paid.map((each) => balanceOf(ledger, each))) < 0n) return account;
  }
  return isWithin(CAP, shareOf(ledger)) ? null : 'cap';
}

/** Delivered in any order, as a queue would: what is refused now is tried again as long as something moves. */
function deliver(commands: readonly Command[]): Book {
  let book = anEmptyBook();
  for (let moved = true; moved;) {
    const before = book.journal.length;
    book = commands.reduce(attempt, book);
    moved = book.journal.length > before;
  }
  return book;
}

describe('the ledger, whatever is asked of it', () => {
  it(
    'has postings that sum to 0, in each entry and over all accounts',
    () => {
      fc.assert(
        fc.property(someCommands, (commands) => {
          const { ledger, journal } = play(commands);

          return (
            journal.every(({ postings }) => total(postings.map((each) => each.fen)) === 0n) &&
            total(Object.values(ledger.balances)) === 0n
          );
        }),
        RUNS,
      );
    },
    LONG,
  );

  it(
    'has a guard that equals the journal, and a chain without a break',
    () => {
      fc.assert(
        fc.property(someCommands, (commands) => {
          const { ledger, journal } = play(commands);

          const { accounts, chainBrokenAt } = compare(ledger, journal, digest);

          return chainBrokenAt === null && accounts.every(({ differenceFen }) => differenceFen === 0n);
        }),
        RUNS,
      );
    },
    LONG,
  );

  it(
    'never overdraws an account and never breaks the cap, after any prefix of the commands',
    () => {
      fc.assert(
        fc.property(someCommands, (commands) => {
          let book = anEmptyBook();
          for (const command of commands) {
            book = attempt(book, command);
            if (breach(book) !== null) return false;
          }
          return true;
        }),
        RUNS,
      );
    },
    LONG,
  );

  it(
    'reaches the same balances by any order and any repetition of the same commands',
    () => {
      const shuffled = aWorkableYear.chain((commands) =>
        fc.record({
          commands: fc.constant(commands),
          again: fc.shuffledSubarray([...commands, ...commands], { minLength: commands.length }),
        }),
      );
      fc.assert(
        fc.property(shuffled, ({ commands, again }) => {
          const once = play(commands);

          const repeated = deliver([...again, ...commands.toReversed()]);

          return once.journal.length === commands.length && sameBalances(repeated.ledger, once.ledger);
        }),
        RUNS,
      );
    },
    LONG,
  );

  it(
    'has the balances from before an entry again once it is reversed, however often that is asked for',
    () => {
      fc.assert(
        fc.property(aWorkableYear, fc.nat(5), (commands, at) => {
          const before = play(commands.slice(0, at));
          const after = attempt(before, nth(commands, at));
          const reversal = reversing(nth(after.journal, -1), { actor: 'bureau', approver: 'finance' });

          const reversed = write(after, reversal);
          const again = write(reversed, reversal);

          return (
            sameBalances(reversed.ledger, before.ledger) &&
            reversed.journal.length === at + 2 &&
            again.journal.length === reversed.journal.length
          );
        }),
        RUNS,
      );
    },
    LONG,
  );

  it(
    'is rebuilt from an empty one by replaying the journal, to the last hash',
    () => {
      fc.assert(
        fc.property(someCommands, (commands) => {
          const { ledger, journal } = play(commands);

          const rebuilt = replay(YIDU, 2026, journal);

          expect(rebuilt).toEqual(ledger);
        }),
        RUNS,
      );
    },
    LONG,
  );

  it(
    'shows any altered, missing or exchanged entry as a break of the chain',
    () => {
      fc.assert(
        fc.property(aWorkableYear, fc.nat(5), aCommand, (commands, at, { of }) => {
          const { journal } = play(commands);
          const altered = journal.map((entry, index) =>
            index === at ? { ...entry, actor: `other ${of}` } : entry,
          );
          const without = journal.filter((_entry, index) => index !== at);

          return (
            firstBreak(altered, digest) === at + 1 &&
            (at === journal.length - 1 || firstBreak(without, digest) === at + 1)
          );
        }),
        RUNS,
      );
    },
    LONG,
  );
});
