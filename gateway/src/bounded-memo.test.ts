import { describe, expect, it } from 'vitest';
import { boundedMemo } from './bounded-memo.ts';

describe('a bounded memory', () => {
  it('computes once while it remembers, and forgets what was asked for longest ago', () => {
    const computed: string[] = [];
    const memo = boundedMemo<string, string>({ most: 2 });
    const ask = (key: string): string =>
      memo(key, () => {
        computed.push(key);
        return key.toUpperCase();
      });

    const answers = ['a', 'b', 'a', 'c', 'a', 'b'].map(ask);

    expect(answers).toEqual(['A', 'B', 'A', 'C', 'A', 'B']);
    expect(computed).toEqual(['a', 'b', 'c', 'b']);
  });

  it('remembers no more than a weight, and nothing that is heavier by itself', () => {
    let computed = 0;
    const memo = boundedMemo<string, number>({ most: 10, weight: 5, weightOf: (key) => key.length });
    const ask = (key: string): number => memo(key, () => (computed += 1));

    const answers = ['aaa', 'bb', 'aaa', 'ccc', 'aaa', 'bb', 'dddddd', 'dddddd'].map(ask);

    expect(answers).toEqual([1, 2, 1, 3, 4, 5, 6, 7]);
  });
});
