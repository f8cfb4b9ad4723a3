import { regionCode } from '@qianshou/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aStationId, HAIYUAN } from '../../../test/builders.ts';
import {
  countStationOfCounty,
  cover,
  isCovered,
  isKeyCounty,
  listAsKey,
  newCounty,
  tierOf,
} from './recipient-county.ts';

const SOURCE = 'https://example.org/list';
const listed = listAsKey(newCounty(HAIYUAN), SOURCE).state;

describe('PAIR-2: every key county should have an active pairing', () => {
  it('reports a listed county without one as not covered', () => {
    expect(isKeyCounty(listed)).toBe(true);
    expect(isCovered(listed)).toBe(false);
  });

  it('is covered from the first active pairing on, and the number before and after is told', () => {
    const first = cover(listed);
    const second = cover(first.state);

    expect(isCovered(first.state)).toBe(true);
    expect(first.events).toEqual([
      {
        type: 'county.cover-changed',
        countyCode: HAIYUAN,
        keyCounty: true,
        activePairingsBefore: 0,
        activePairings: 1,
      },
    ]);
    expect(second.events).toEqual([expect.objectContaining({ activePairingsBefore: 1, activePairings: 2 })]);
  });

  it('takes up a county that was paired before it was listed, as covered', () => {
    const { state, events } = listAsKey(cover(newCounty(HAIYUAN)).state, SOURCE);

    expect(isCovered(state)).toBe(true);
    expect(events).toEqual([
      { type: 'county.listed', countyCode: HAIYUAN, sourceUrl: SOURCE, activePairings: 1 },
    ]);
  });

  it('lists a county once', () => {
    expect(listAsKey(listed, 'https://example.org/again').events).toEqual([]);
  });
});

describe('the tier of a county', () => {
  it.each([
    ['a listed county', listed, true, 'KEY_COUNTY'],
    ['a county of Tibet', newCounty(regionCode('540121')), true, 'TIBET_XINJIANG'],
    ['a county of Xinjiang', newCounty(regionCode('653121')), false, 'TIBET_XINJIANG'],
    ['a county paired in earlier years', newCounty(regionCode('430822')), true, 'LEGACY_CONTINUED'],
    ['any other county', newCounty(regionCode('430822')), false, 'OTHER'],
  ] as const)('of %s is fixed by the plan', (_what, county, continues, tier) => {
    expect(tierOf(county, continues)).toBe(tier);
  });
});

describe('counting a station of a county', () => {
  it('counts each station once, in whatever order and however often they open', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 })), (openings) => {
        const { county, told } = openings.reduce(
          (sofar, serial) => {
            const change = countStationOfCounty(sofar.county, aStationId(serial));
            return { county: change.state, told: sofar.told + change.events.length };
          },
          { county: listed, told: 0 },
        );

        expect(county.stationsOpened).toHaveLength(new Set(openings).size);
        expect(told).toBe(new Set(openings).size);
      }),
    );
  });
});
