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

  it('reaches what lies behind any number of bad ones in a row', async () => {
    const bad = Array.from({ length: 300 }, (_, at) => at);
    const { taken, take } = taking(bad);

    await expect(eachApart([...bad, 1000], take)).rejects.toThrow('300 of a sweep failed');

    expect(taken).toEqual([1000]);
  });

  it('ends where the items themselves cannot be read', async () => {
    const { taken, take } = taking([]);
    async function* broken() {
      yield 1;
      throw new Error('the database is away');
    }

    await expect(eachApart(broken(), take)).rejects.toThrow('the database is away');

    expect(taken).toEqual([1]);
  });

  it('is quiet when all is well, and tells how many there were', async () => {
    const { taken, take } = taking([]);

    expect(await eachApart([1, 2], take)).toBe(2);

    expect(taken).toEqual([1, 2]);
  });
});
