import { type Change, type RegionCode, type Versioned, provinceOf } from '@qianshou/kernel';
import type { StationId } from '../ids.ts';

/**
 * What the programme has in one county: whether it is a key county, its pairings at work, the stations that opened
 * under them. The county, not the pairing, is where coverage is decided (PAIR-2) and where a station counts once.
 */
export interface RecipientCounty extends Versioned {
  readonly id: RegionCode;
  /** Where the listing as a key county is published; null for a county that is not listed. */
  readonly keyCountySource: string | null;
  readonly activePairings: number;
  readonly stationsOpened: readonly StationId[];
}

export interface CountyListed {
  readonly type: 'county.listed';
  readonly countyCode: RegionCode;
  readonly sourceUrl: string;
  readonly activePairings: number;
}

export interface CountyCoverChanged {
  readonly type: 'county.cover-changed';
  readonly countyCode: RegionCode;
  readonly keyCounty: boolean;
  readonly activePairingsBefore: number;
  readonly activePairings: number;
}

export interface CountyStationCounted {
  readonly type: 'county.station-counted';
  readonly countyCode: RegionCode;
  readonly stationId: StationId;
  readonly stationsOpened: number;
}

export type CountyEvent = CountyListed | CountyCoverChanged | CountyStationCounted;

/** Counties on the national list of 2021-08-27. Fewer are loaded: only those whose listing has a source. */
export const KEY_COUNTIES_PLANNED = 160;

export function newCounty(countyCode: RegionCode): RecipientCounty {
  return { id: countyCode, version: 0, keyCountySource: null, activePairings: 0, stationsOpened: [] };
}

/** A county stays listed once it is; a second listing changes nothing. */
export function listAsKey(county: RecipientCounty, sourceUrl: string): Change<RecipientCounty, CountyListed> {
  if (isKeyCounty(county)) return { state: county, events: [] };
  const { id, activePairings } = county;
  return {
    state: { ...county, keyCountySource: sourceUrl },
    events: [{ type: 'county.listed', countyCode: id, sourceUrl, activePairings }],
  };
}

/** A pairing began its work here, or took it up again. */
export function cover(county: RecipientCounty): Change<RecipientCounty, CountyCoverChanged> {
  return recount(county, county.activePairings + 1);
}

/** A pairing that was at work here rests or is over. */
export function uncover(county: RecipientCounty): Change<RecipientCounty, CountyCoverChanged> {
  return recount(county, county.activePairings - 1);
}

function recount(
  county: RecipientCounty,
  activePairings: number,
): Change<RecipientCounty, CountyCoverChanged> {
  return {
    state: { ...county, activePairings },
    events: [
      {
        type: 'county.cover-changed',
        countyCode: county.id,
        keyCounty: isKeyCounty(county),
        activePairingsBefore: county.activePairings,
        activePairings,
      },
    ],
  };
}

/** However many pairings work in the county, and however often the station opens, it is one station. */
export function countStationOfCounty(
  county: RecipientCounty,
  stationId: StationId,
): Change<RecipientCounty, CountyStationCounted> {
  if (county.stationsOpened.includes(stationId)) return { state: county, events: [] };
  const stationsOpened = [...county.stationsOpened, stationId];
  return {
    state: { ...county, stationsOpened },
    events: [
      {
        type: 'county.station-counted',
        countyCode: county.id,
        stationId,
        stationsOpened: stationsOpened.length,
      },
    ],
  };
}

export function isKeyCounty(county: RecipientCounty): boolean {
  return county.keyCountySource !== null;
}

/** PAIR-2: a county is covered while at least one pairing is active in it. */
export function isCovered(county: RecipientCounty): boolean {
  return county.activePairings > 0;
}

const AIDED_REGIONS: readonly string[] = ['540000', '650000'];

/** The plan's scope clause: key counties first, then aid to Tibet and Xinjiang, then what goes on from earlier years. */
export function tierOf(county: RecipientCounty, continuesEarlierPairing: boolean): CountyTier {
  if (isKeyCounty(county)) return 'KEY_COUNTY';
  if (AIDED_REGIONS.includes(provinceOf(county.id))) return 'TIBET_XINJIANG';
  return continuesEarlierPairing ? 'LEGACY_CONTINUED' : 'OTHER';
}

export const COUNTY_TIERS = ['KEY_COUNTY', 'TIBET_XINJIANG', 'LEGACY_CONTINUED', 'OTHER'] as const;

export type CountyTier = (typeof COUNTY_TIERS)[number];
