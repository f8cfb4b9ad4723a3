import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isKnownRegion, type RegionCode } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';

const [, ...rows] = readFileSync(join(import.meta.dirname, '../../data/regions.csv'), 'utf8')
  .trim()
  .split('\n');

describe('the division codes that every service knows', () => {
  it('are those of the reference file, all of them and no others', () => {
    const codes = new Set(rows.map((row) => row.split(',')[0] as RegionCode));
    const endings = [...Array(1_000).keys()].map((ending) => String(ending).padStart(3, '0'));
    const counties = new Set([...codes].map((code) => code.slice(0, 6)));
    const wellFormed = [...counties].flatMap((county) => endings.map((ending) => `${county}${ending}`));

    expect([...codes].filter((code) => !isKnownRegion(code))).toEqual([]);
    expect((wellFormed as RegionCode[]).filter((code) => isKnownRegion(code) !== codes.has(code))).toEqual(
      [],
    );
  });
});
