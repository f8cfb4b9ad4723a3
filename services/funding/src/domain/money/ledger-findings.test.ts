import { describe, expect, it } from 'vitest';
import { aBookOf, digest, nth, rewritten } from '../../../test/money-model.ts';
import type { JournalEntry } from './journal-entry.ts';
import { entryFindings, sealFindings } from './ledger-findings.ts';
import { isSealDue, sealId, sealLedger } from './ledger-seal.ts';

const { ledger, journal } = aBookOf(6);
const at = new Date('2026-06-30T02:00:00Z');
const seal = sealLedger(ledger, null, { at, digest }).state;

const told = (entries: readonly JournalEntry[], guard = ledger) =>
  entryFindings(entries, guard, digest).map(({ kind, no }) => [kind, no]);
const swapped = (a: number, b: number) =>
  journal
    .map((entry) => ({
      ...entry,
      no:
        new Map([
          [a, b],
          [b, a],
        ]).get(entry.no) ?? entry.no,
    }))
    .toSorted((one, other) => one.no - other.no);

describe('a journal that somebody changed in the database', () => {
  it.each([
    ['nothing', journal, []],
    ['an entry altered', journal.map((e) => (e.no === 3 ? { ...e, actor: 'x' } : e)), [['ENTRY_ALTERED', 3]]],
    ['an entry deleted', journal.filter(({ no }) => no !== 3), [['ENTRY_MISSING', 3]]],
    ['the last two deleted', journal.slice(0, 4), [['JOURNAL_CUT_OFF', 5]]],
    [
      'two swapped',
      swapped(2, 4),
      [
        ['ENTRY_ALTERED', 2],
        ['ENTRY_ALTERED', 4],
      ],
    ],
    ['one put in twice', [...journal.slice(0, 3), ...journal.slice(2)], [['ENTRY_INSERTED', 3]]],
    [
      'one put in at the end',
      [...journal, { ...nth(journal, 5), no: 7 }],
      [
        ['ENTRY_ALTERED', 7],
        ['ENTRY_INSERTED', 7],
      ],
    ],
  ])('%s: is named', (_how, entries, found) => {
    expect(told(entries)).toEqual(found);
  });

  it('written anew from an entry on is found by the entry that was altered, or by the seal', () => {
    const anew = rewritten(journal, 3);
    const last = nth(anew, -1);

    expect(told(anew)).toEqual([['GUARD_DIFFERS', 6]]);
    expect(told(anew, { ...ledger, lastHash: last.hash })).toEqual([]);
    expect(sealFindings(anew, [seal], [])).toMatchObject([{ kind: 'SEAL_BROKEN', no: 6 }]);
  });

  it('and cut off together with its guard is found by the seal, and without it by what was told of it', () => {
    const [short, guard] = [journal.slice(0, 4), aBookOf(4).ledger];

    expect(told(short, guard)).toEqual([]);
    expect(sealFindings(short, [seal], [seal])).toMatchObject([{ kind: 'SEAL_BROKEN', no: 6 }]);
    expect(sealFindings(short, [], [seal])).toMatchObject([
      { kind: 'SEAL_BROKEN', no: 6 },
      { kind: 'SEAL_MISSING', no: 1 },
    ]);
    const forged = { ...seal, entries: 4, lastHash: guard.lastHash };
    expect(sealFindings(short, [forged], [seal]).map(({ kind }) => kind)).toEqual([
      'SEAL_BROKEN',
      'SEAL_ALTERED',
    ]);
  });
});

describe('a seal', () => {
  it.each([
    ['of nothing', { entries: 0 }, null, false],
    ['of the first entries', { entries: 1 }, null, true],
    ['of the same entries', { entries: 6 }, at, false],
    ['of one more on the same day', { entries: 7 }, at, false],
    ['of one more after midnight in China', { entries: 7 }, new Date('2026-06-29T15:59:00Z'), true],
    ['of a thousand more', { entries: 1_006 }, at, true],
  ])('%s is due or not', (_which, guard, sealedAt, due) => {
    expect(isSealDue(guard, sealedAt === null ? null : { entries: 6, sealedAt }, at)).toBe(due);
  });

  it('has an id of its place alone', () => {
    const place = { countyCode: ledger.countyCode, year: 2026 };
    const sha = () => '3b1f5c0e7a4d9286b1f5c0e7a4d92863';

    expect(seal).toMatchObject({ no: 1, entries: 6, lastHash: ledger.lastHash });
    expect(sealId(place, 1, sha)).toBe('sel_3b1f5c0e-7a4d-7286-81f5-c0e7a4d92863');
  });
});
