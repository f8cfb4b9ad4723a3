import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regionCodeOf } from './known-regions.ts';
import {
  isCounty,
  isWithin,
  levelOf,
  lineage,
  NATION,
  prefectureOf,
  provinceOf,
  regionCode,
  regionPrefix,
  type RegionCode,
} from './region-code.ts';

const code = (text: string) => text as RegionCode;
const malformed = expect.objectContaining({ code: 'BAD_USER_INPUT' });

/** Counties and units as GB/T 2260 lays them out: no digit group of a lower level is 00. */
const county = fc
  .tuple(
    fc.constantFrom('42', '64', '11', '65'),
    fc.integer({ min: 1, max: 90 }),
    fc.integer({ min: 1, max: 99 }),
  )
  .map(([province, ...rest]) => code(province + rest.map((part) => String(part).padStart(2, '0')).join('')));
const unit = fc
  .tuple(county, fc.integer({ min: 1, max: 599 }))
  .map(([above, number]) => code(above + String(number).padStart(3, '0')));

describe('region codes', () => {
  it.each([
    ['000000', 'NATION', ''],
    ['420000', 'PROVINCE', '42'],
    ['421000', 'PREFECTURE', '4210'],
    ['420581', 'COUNTY', '420581'],
    ['420581400', 'TOWNSHIP_UNIT', '420581400'],
    ['441900003', 'TOWNSHIP_UNIT', '441900003'],
  ])('%s is of level %s and begins with "%s"', (text, level, prefix) => {
    expect([levelOf(code(text)), regionPrefix(code(text))]).toEqual([level, prefix]);
  });

  it.each(['', '42', '4205810', '99', '990000', '42058a', ' 420581', '420581 ', '4205811000'])(
    'refuses %j, which has not 6 or 9 digits of a known province',
    (text) => {
      expect(() => regionCode(text)).toThrow(malformed);
    },
  );

  it('refuses a code of another level than asked for', () => {
    expect(() => regionCodeOf('COUNTY', '420581100')).toThrow(malformed);
    expect(regionCodeOf('COUNTY', '420581')).toBe('420581');
  });

  it.each([
    ['441900', '441900'],
    ['442000', '442000'],
    ['460400', '460400'],
    ['620200', '620201'],
  ])('take the prefecture without counties %s where a county is asked for', (prefecture, inPlace) => {
    expect(regionCodeOf('COUNTY', prefecture)).toBe(inPlace);
    expect(isCounty(code(prefecture))).toBe(true);
    expect(() => regionCodeOf('COUNTY', '420500')).toThrow(malformed);
  });

  it('count a figure in the region itself and everything above it, the nation last', () => {
    expect(lineage(code('420581104'))).toEqual(['420581104', '420581', '420500', '420000', '000000']);
    expect(lineage(code('420000'))).toEqual(['420000', '000000']);
    // Units of a prefecture without counties hang directly under it.
    expect(lineage(code('441900003'))).toEqual(['441900003', '441900', '440000', '000000']);
  });

  it('lie in the prefecture of their first four digits', () => {
    expect(['420581104', '420581', '441900003'].map((each) => prefectureOf(code(each)))).toEqual([
      '420500',
      '420500',
      '441900',
    ]);
  });

  it('lie within each region of their lineage and within no sibling', () => {
    fc.assert(
      fc.property(unit, unit, (one, other) => {
        for (const above of lineage(one)) expect(isWithin(one, above)).toBe(true);
        for (const above of lineage(other)) expect(isWithin(one, above)).toBe(lineage(one).includes(above));
      }),
    );
  });

  it('never lie within something below them', () => {
    fc.assert(
      fc.property(county, (one) => {
        expect(isWithin(provinceOf(one), one)).toBe(false);
      }),
    );
    expect(isWithin(NATION, code('420000'))).toBe(false);
  });
});
