import { fen } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { anEmptyBook, CAP, digest, moving, nth, play, write } from '../../../test/money-model.ts';
import { stageAccount } from './account.ts';
import { firstBreak } from './journal-entry.ts';
import { balanceOf } from './ledger.ts';
import { reversing } from './movements.ts';
import { compare } from './reconciliation.ts';

const stage = (name: Parameters<typeof stageAccount>[1]) => stageAccount('STATION_WORK', name);

const APPROPRIATE = { type: 'appropriate', of: 1, share: 30n, grant: 70n } as const;
const COMMIT = { type: 'commit', of: 1, amount: 60n } as const;
const RESERVE = { type: 'reserve', of: 1, amount: 50n } as const;
const POST = { type: 'post', of: 1, amount: 50n } as const;

const code = (expected: string) => expect.objectContaining({ code: expected });

describe('a journal entry', () => {
  const book = play([APPROPRIATE]);
  const commit = moving(COMMIT, book);

  it('is refused when it does not sum to 0', () => {
    const lopsided = commit.postings.map((each, at) => (at === 0 ? each : { ...each, fen: fen(1n) }));

    expect(() => write(book, { ...commit, postings: lopsided })).toThrow(code('JOURNAL_ENTRY_UNBALANCED'));
  });

  it('is refused with fewer than two accounts', () => {
    const first = nth(commit.postings, 0);

    expect(() => write(book, { ...commit, postings: [first] })).toThrow(code('JOURNAL_ENTRY_UNBALANCED'));
    expect(() => write(book, { ...commit, postings: [first, { ...first, fen: fen(60n) }] })).toThrow(
      code('JOURNAL_ENTRY_UNBALANCED'),
    );
  });

  it('links to the one before it, and the chain shows what was altered or cut off', () => {
    const { journal, ledger } = play([APPROPRIATE, COMMIT, RESERVE, POST]);
    const altered = journal.map((entry) => (entry.no === 2 ? { ...entry, actor: 'somebody else' } : entry));

    expect(journal.map(({ no }) => no)).toEqual([1, 2, 3, 4]);
    expect(nth(journal, 1).previousHash).toBe(nth(journal, 0).hash);
    expect(firstBreak(journal, digest)).toBeNull();
    expect(firstBreak(altered, digest)).toBe(2);
    expect(compare(ledger, journal.slice(0, 3), digest).chainBrokenAt).toBe(4);
  });
});

describe('FUN-10 four eyes in the journal', () => {
  it('refuses an entry whose approver is its actor', () => {
    const book = play([APPROPRIATE]);
    const movement = moving(COMMIT, book);

    expect(() => write(book, { ...movement, approver: movement.actor })).toThrow(
      expect.objectContaining({
        code: 'FUNDING_FOUR_EYES',
        details: expect.objectContaining({ rule: 'FUN-10' }),
      }),
    );
  });
});

describe('idempotency of the journal', () => {
  it('answers the same key and request with the first entry', () => {
    const book = play([APPROPRIATE, COMMIT]);

    const again = write(book, moving(COMMIT, book));

    expect(again).toEqual(book);
  });

  it('refuses the same key with another request', () => {
    const book = play([APPROPRIATE, COMMIT]);

    expect(() => write(book, moving({ ...COMMIT, amount: 61n }, book))).toThrow(code('IDEMPOTENCY_CONFLICT'));
  });
});

describe('FUN-13 the overdraw guard', () => {
  it('commits to the last fen of what was approved, and not one more', () => {
    const book = play([APPROPRIATE]);

    expect(() => write(book, moving({ ...COMMIT, amount: 101n }, book))).toThrow(
      expect.objectContaining({
        code: 'BUDGET_EXHAUSTED',
        details: { rule: 'FUN-13', account: stage('APPROPRIATED'), availableFen: '100', askedFen: '101' },
      }),
    );
    expect(balanceOf(play([APPROPRIATE, { ...COMMIT, amount: 100n }]).ledger, stage('APPROPRIATED'))).toBe(
      0n,
    );
  });

  it('reserves no more than was committed and pays no more than was reserved', () => {
    const committed = play([APPROPRIATE, COMMIT]);
    const reserved = play([APPROPRIATE, COMMIT, RESERVE]);

    expect(() => write(committed, moving({ ...RESERVE, amount: 61n }, committed))).toThrow(
      code('JOURNAL_ACCOUNT_OVERDRAWN'),
    );
    expect(() => write(reserved, moving({ ...POST, amount: 51n }, reserved))).toThrow(
      code('JOURNAL_ACCOUNT_OVERDRAWN'),
    );
  });

  it('takes back no more than was paid, and what came back is free again', () => {
    const paid = play([APPROPRIATE, COMMIT, RESERVE, POST]);
    const back = play([APPROPRIATE, COMMIT, RESERVE, POST, { type: 'return', of: 1, amount: 50n }]);

    expect(() => write(paid, moving({ type: 'return', of: 1, amount: 51n }, paid))).toThrow(
      code('JOURNAL_ACCOUNT_OVERDRAWN'),
    );
    expect(balanceOf(back.ledger, stage('COMMITTED'))).toBe(60n);
    expect(balanceOf(back.ledger, stage('DISBURSED'))).toBe(50n);
    expect(balanceOf(back.ledger, stage('RETURNED'))).toBe(-50n);
  });
});

describe('FUN-1 the cap guard of the ledger', () => {
  it('draws the assistance fund to its cap over all budgets of the year, and no further', () => {
    const book = play([{ ...APPROPRIATE, share: 20n }]);
    const second = (share: bigint) => moving({ type: 'appropriate', of: 2, share, grant: 5n }, book);

    expect(() => write(book, second(11n))).toThrow(
      expect.objectContaining({
        code: 'JOURNAL_CAP_BROKEN',
        details: { rule: 'FUN-1', capFen: '30', askedFen: '31' },
      }),
    );
    expect(write(book, second(10n)).ledger.cap).toEqual(CAP);
  });

  it('draws nothing without a cap', () => {
    const book = anEmptyBook();
    const uncapped = { ...moving(APPROPRIATE, book), cap: null };

    expect(() => write(book, uncapped)).toThrow(code('JOURNAL_CAP_BROKEN'));
  });
});

describe('a reversal', () => {
  it('is not reversed itself', () => {
    const book = play([APPROPRIATE, COMMIT, RESERVE, POST, { type: 'unpost', of: 1, amount: 50n }]);
    const reversal = nth(book.journal, -1);

    expect(reversal.reverses).toBe(nth(book.journal, 3).id);
    expect(() => reversing(reversal, { actor: 'bureau', approver: 'finance' })).toThrow(
      code('JOURNAL_REVERSAL_REVERSED'),
    );
  });

  it('is refused while others live of what it would take away', () => {
    const book = play([APPROPRIATE, COMMIT]);

    expect(() =>
      write(book, reversing(nth(book.journal, 0), { actor: 'bureau', approver: 'finance' })),
    ).toThrow(code('BUDGET_EXHAUSTED'));
  });
});
