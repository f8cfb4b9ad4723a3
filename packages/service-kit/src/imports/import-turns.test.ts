import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportId, ImportRun } from './import-run.ts';
import { nextTurns, type Turn, turnOver } from './import-turns.ts';

const MEBIBYTE = 1024 * 1024;
const SMALL = 1_000;

function run(serial: number, owner: string, sizeBytes: number): ImportRun {
  return {
    id: `imp_${serial}` as ImportId,
    owner: { subject: owner, grants: [] },
    sizeBytes,
  } as unknown as ImportRun;
}

const large = (serial: number, owner: string) => run(serial, owner, 50 * MEBIBYTE);
const small = (serial: number, owner: string) => run(serial, owner, SMALL);
const atWork = (...runs: readonly ImportRun[]): readonly Turn[] =>
  runs.map((each) => ({ run: each, since: 0 }));
const ids = (runs: readonly ImportRun[]) => runs.map(({ id }) => id);

describe('who is worked off next', () => {
  it('is a small file before large ones that wait longer, also of the same caller', () => {
    expect(ids(nextTurns([large(1, 'a'), large(2, 'a'), large(3, 'a'), small(4, 'a')], []))).toEqual([
      'imp_4',
      'imp_1',
      'imp_2',
    ]);
  });

  it('is a county that has nothing at work before one that has', () => {
    const waiting = [large(1, 'a'), large(2, 'a'), large(3, 'b')];

    expect(ids(nextTurns(waiting, atWork(large(9, 'a'))))).toEqual(['imp_3', 'imp_1']);
  });

  it('leaves places that large files do not take', () => {
    const busy = atWork(large(1, 'a'), large(2, 'b'), large(3, 'c'));

    expect(nextTurns([large(4, 'd')], busy)).toEqual([]);
    expect(ids(nextTurns([large(4, 'd'), small(5, 'e')], busy))).toEqual(['imp_5']);
  });

  it('never is what is at work, more than six at once, or more than three large ones', () => {
    const files = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(SMALL, 5 * MEBIBYTE)), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(files, fc.nat(6), (all, before) => {
        const queue = all.map(([owner, size], serial) => run(serial, owner, size));
        const held = nextTurns(queue.slice(0, before), []);
        const live = [...held, ...nextTurns(queue, atWork(...held))];
        expect(new Set(ids(live)).size).toBe(live.length);
        expect(live.length).toBeLessThanOrEqual(6);
        expect(live.filter(({ sizeBytes }) => sizeBytes > MEBIBYTE).length).toBeLessThanOrEqual(3);
      }),
    );
  });
});

describe('who makes room', () => {
  it('is the large file that has worked longest, where another large one waits', () => {
    const busy = [
      { run: large(1, 'a'), since: 5_000 },
      { run: large(2, 'b'), since: 1_000 },
      { run: small(3, 'c'), since: 0 },
    ];

    expect(turnOver([large(4, 'd')], busy, 20_000)?.run.id).toBe('imp_2');
    expect(turnOver([large(4, 'd')], busy, 8_000)).toBeUndefined();
    expect(turnOver([small(4, 'd')], busy, 20_000)).toBeUndefined();
    expect(turnOver([large(1, 'a')], busy, 20_000)).toBeUndefined();
  });
});
