import { describe, expect, it } from 'vitest';
import { eachApart } from './each-apart.ts';

const taking = (bad: readonly number[]) => {
  const taken: number[] = [];
  const take = async (item: number): Promise<void> => {
    if (bad.includes(item)) throw new Error(`${item} is broken`);
    taken.push(item);
  };
  return { taken, take };
};

describe('a sweep', () => {
  it('takes all others when one cannot be taken, and says at the end which', async () => {
    const { taken, take } = taking([2]);

    await expect(eachApart([1, 2, 3, 4], take)).rejects.toThrow('2 is broken');

    expect(taken).toEqual([1, 3, 4]);
  });

  it('gives up where nothing at all gets on', async () => {
    const all = Array.from({ length: 100 }, (_, at) => at);
    const { taken, take } = taking(all);

    await expect(eachApart(all, take)).rejects.toThrow('5 of a sweep failed');

    expect(taken).toEqual([]);
  });

  it('is quiet when all is well', async () => {
    const { taken, take } = taking([]);

    await eachApart([1, 2], take);

    expect(taken).toEqual([1, 2]);
  });
});
