import { describe, expect, it } from 'vitest';
import { isKnownRegion, knownRegionCode, regionCodeOf } from './known-regions.ts';
import type { RegionCode } from './region-code.ts';

const known = (code: string): boolean => isKnownRegion(code as RegionCode);

describe('a region code that comes in', () => {
  it.each(['000000', '420000', '420500', '420581', '420581103', '429004', '441900'])(
    '%s is known',
    (code) => {
      expect(known(code)).toBe(true);
    },
  );

  it.each(['429998', '420599', '420581999', '429998001', '990000'])(
    '%s is not: it is well-formed at most',
    (code) => {
      expect(known(code)).toBe(false);
    },
  );

  it('is refused by a code that names the field', () => {
    expect(() => knownRegionCode('429998', 'homeRegionCode')).toThrow(
      expect.objectContaining({
        code: 'REGION_NOT_FOUND',
        details: { id: '429998', field: 'homeRegionCode' },
      }),
    );
  });

  it('is refused where its level is another than the field asks for', () => {
    expect(() => regionCodeOf('COUNTY', '420500', 'countyCode')).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
    expect(() => regionCodeOf('COUNTY', '429998', 'countyCode')).toThrow(
      expect.objectContaining({ code: 'REGION_NOT_FOUND' }),
    );
  });
});
