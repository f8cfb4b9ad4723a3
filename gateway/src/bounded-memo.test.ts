import { describe, expect, it } from 'vitest';
import { boundedMemo } from './bounded-memo.ts';

describe('a bounded memory', () => {
  it('computes once while it remembers, and forgets what was asked for longest ago', () => {
    const computed: string[] = [];
    const memo = boundedMemo<string, string>(2);
    const ask = (key: string): string =>
      memo(key, () => {
        computed.push(key);
        return key.toUpperCase();
      });

    const answers = ['a', 'b', 'a', 'c', 'a', 'b'].map(ask);

    expect(answers).toEqual(['A', 'B', 'A', 'C', 'A', 'B']);
    expect(computed).toEqual(['a', 'b', 'c', 'b']);
  });
});
