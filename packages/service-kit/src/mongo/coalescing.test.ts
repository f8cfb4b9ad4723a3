import { describe, expect, it } from 'vitest';
import { coalescing } from './coalescing.ts';

/** A reader that answers when it is told to, and remembers what it was asked for. */
function aReader() {
  const reads: { keys: readonly string[]; answer: () => void; fail: () => void }[] = [];
  const read = (keys: readonly string[]): Promise<readonly string[]> =>
    new Promise((resolve, reject) => {
      reads.push({
        keys,
        answer: () => resolve(keys.map((key) => `value of ${key}`)),
        fail: () => reject(new Error('the database is away')),
      });
    });
  return { reads, read: coalescing(read) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('coalescing reads', () => {
  it('reads at once for the first, and once for all who ask meanwhile', async () => {
    const { reads, read } = aReader();

    const first = read(['a']);
    const others = [read(['a', 'b']), read(['c']), read(['a'])];
    reads[0]?.answer();
    await settled();
    reads[1]?.answer();

    expect(await first).toEqual(['value of a']);
    expect(await Promise.all(others)).toEqual([['value of a', 'value of b'], ['value of c'], ['value of a']]);
    expect(reads.map(({ keys }) => keys)).toEqual([['a'], ['a', 'b', 'c']]);
  });

  it('never answers from a read that began before the question', async () => {
    const { reads, read } = aReader();

    void read(['a']);
    const later = read(['a']);
    reads[0]?.answer();
    await settled();

    expect(reads).toHaveLength(2);
    reads[1]?.answer();
    expect(await later).toEqual(['value of a']);
  });

  it('tells every asker of a failure, and reads again for the next', async () => {
    const { reads, read } = aReader();

    const failing = [read(['a'])];
    reads[0]?.fail();
    await expect(failing[0]).rejects.toThrow('away');
    await settled();
    const next = read(['a']);
    reads[1]?.answer();

    expect(await next).toEqual(['value of a']);
  });
});
