import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hear, missingOf, NOTHING_HEARD } from './log-places.ts';

const at = (...seqs: readonly number[]) => seqs.map((seq) => ({ epoch: 1, seq }));

describe('how far a log was heard', () => {
  it('is the same in whatever order and however often its places come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (seqs) => {
        const inOrder = hear(NOTHING_HEARD, at(...seqs.toSorted((a, b) => a - b)));
        const there = new Set(seqs);

        const heard = seqs.reduce((before, seq) => hear(before, at(seq)), NOTHING_HEARD);

        expect(heard).toEqual(inOrder);
        expect(missingOf(heard)).toBe(Math.max(...seqs) - there.size);
      }),
    );
  });

  it('has no gap once all of it has come', () => {
    expect(hear(NOTHING_HEARD, at(3, 1, 2))).toEqual({ epoch: 1, through: 3, beyond: [] });
  });

  it('goes back to where a log was put back to, and no further', () => {
    const heard = hear(hear(NOTHING_HEARD, at(1, 2, 3, 4, 5)), [{ epoch: 2, seq: 4 }]);

    expect(heard).toEqual({ epoch: 2, through: 4, beyond: [] });
    expect(hear(heard, at(6))).toEqual(heard);
  });

  it('misses what lies between the first places of a later life, in whatever order they come', () => {
    const before = hear(NOTHING_HEARD, at(1, 2, 3, 4, 5));

    const heard = hear(
      before,
      [6, 4].map((seq) => ({ epoch: 2, seq })),
    );

    expect(heard).toEqual({ epoch: 2, through: 4, beyond: [[6, 6]] });
    expect(missingOf(heard)).toBe(1);
  });
});
