import type { EventData, EventTypeOf, KnownEvent } from '@qianshou/events';
import { definitionOf } from '@qianshou/events';
import { describe, expect, it } from 'vitest';
import { FUJIAN, HAIYUAN, NINGXIA, XIAMEN } from '../../test/builders.ts';
import { foldPairingEvent } from './figures.ts';

type PairingType = EventTypeOf<'pairing'>;

/** The event as its catalogue shows it, with some of its data changed. */
function folded<Type extends PairingType>(type: Type, changes: Partial<EventData<Type>> = {}) {
  const data = { ...definitionOf(type)?.example, ...changes };
  return foldPairingEvent({ type, data, time: '2026-06-30T20:00:00Z' } as unknown as KnownEvent<PairingType>);
}

const cover = (activePairingsBefore: number, activePairings: number, keyCounty = true) =>
  folded('qianshou.pairing.county-cover-changed.v1', {
    countyCode: HAIYUAN,
    keyCounty,
    activePairingsBefore,
    activePairings,
  });

describe('the figures of a region', () => {
  it('count agencies at home, schemes in the recipient province, the rest in the county', () => {
    const agency = { homeRegionCode: XIAMEN };
    const scheme = { dispatchProvinceCode: FUJIAN, recipientProvinceCode: NINGXIA };

    expect(folded('qianshou.pairing.agency-registered.v1', agency)).toEqual([
      { regionCode: XIAMEN, figures: { agenciesRegistered: 1 } },
    ]);
    expect(folded('qianshou.pairing.scheme-opened.v1', scheme)).toEqual([
      { regionCode: NINGXIA, figures: { schemesOpened: 1 } },
    ]);
    expect(folded('qianshou.pairing.application-submitted.v1')).toEqual([
      { regionCode: '640522', figures: { applicationsSubmitted: 1 } },
    ]);
    expect(folded('qianshou.pairing.matched.v1')).toMatchObject([
      { regionCode: '640522', figures: { pairingsMatched: 1 } },
      { regionCode: '640522', period: '2026', figures: { pairingsMatched: 1 } },
    ]);
    expect(folded('qianshou.pairing.county-station-counted.v1')).toEqual([
      { regionCode: '640522', figures: { stationsOpenedByPairings: 1 } },
      { regionCode: '640522', period: '2026', figures: { stationsOpenedByPairings: 1 } },
    ]);
  });

  it('count a station for the scheme of each pairing at work, and once for the region', () => {
    expect(folded('qianshou.pairing.progressed.v1')).toEqual([
      {
        regionCode: '640522',
        period: '2026',
        subject: 'sch_01900000-0000-7000-8000-000000000003',
        figures: { stationsHelped: 1 },
      },
    ]);
  });

  it('leave a draft and a decision out', () => {
    expect(folded('qianshou.pairing.application-drafted.v1')).toEqual([]);
    expect(folded('qianshou.pairing.application-decided.v1')).toEqual([]);
  });
});

describe('PAIR-2 in the figures', () => {
  it('counts a key county once, however many pairings are at work in it', () => {
    expect(cover(0, 1)).toEqual([
      { regionCode: HAIYUAN, figures: { pairingsActive: 1, keyCountiesWithActivePairing: 1 } },
    ]);
    expect(cover(1, 2)).toEqual([
      { regionCode: HAIYUAN, figures: { pairingsActive: 1, keyCountiesWithActivePairing: 0 } },
    ]);
    expect(cover(1, 0)).toEqual([
      { regionCode: HAIYUAN, figures: { pairingsActive: -1, keyCountiesWithActivePairing: -1 } },
    ]);
  });

  it('counts a county that is not listed among the pairings only', () => {
    expect(cover(0, 1, false)).toEqual([
      { regionCode: HAIYUAN, figures: { pairingsActive: 1, keyCountiesWithActivePairing: 0 } },
    ]);
  });

  it('takes a county that was paired before it was listed as covered', () => {
    expect(folded('qianshou.pairing.county-listed.v1', { activePairings: 2 })).toEqual([
      { regionCode: '640522', figures: { keyCountiesLoaded: 1, keyCountiesWithActivePairing: 1 } },
    ]);
    expect(folded('qianshou.pairing.county-listed.v1', { activePairings: 0 })).toEqual([
      { regionCode: '640522', figures: { keyCountiesLoaded: 1, keyCountiesWithActivePairing: 0 } },
    ]);
  });
});
