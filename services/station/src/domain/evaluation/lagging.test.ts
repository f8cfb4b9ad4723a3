import type { RegionCode } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { laggingFirst } from './lagging.ts';

const standing = (code: string, covered: number, inScope: number) => ({
  code: code as RegionCode,
  covered,
  inScope,
});

describe('which county lags', () => {
  it('is the one with the smallest share of stations, then the one that lacks more', () => {
    const all = [
      standing('640121', 4, 4),
      standing('640122', 0, 2),
      standing('640123', 1, 2),
      standing('640124', 0, 9),
      standing('640125', 0, 0),
    ];

    expect(laggingFirst(all).map(({ code }) => code)).toEqual([
      '640124',
      '640122',
      '640123',
      '640121',
      '640125',
    ]);
  });
});
