import type { CalendarDate, Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { Side } from '../../domain/application/eligibility.ts';
import type { AgencyId, PairingId, SchemeId } from '../../domain/ids.ts';
import type { PairingEvent } from '../../domain/pairing/pairing-events.ts';
import type { ActivePairing, Pairing } from '../../domain/pairing/pairing.ts';
import type { Repository, Direction } from '../reference/ports.ts';

export interface PairingFilter {
  readonly within: RegionCode | null;
  readonly status: readonly Pairing['status'][] | null;
  readonly cycleYear: number | null;
  readonly schemeId: SchemeId | null;
  readonly dispatchingAgencyId: AgencyId | null;
  readonly recipientAgencyId: AgencyId | null;
  readonly countyTier: readonly Pairing['countyTier'][] | null;
  readonly mode: Pairing['mode'] | null;
  readonly origin: 'APPLICATION' | 'HISTORY' | null;
}

export interface PairingOrder {
  readonly field: 'COUNTY_CODE' | 'SIGNED_ON' | 'STARTS_ON' | 'ENDS_ON';
  readonly direction: Direction;
}

export interface Pairings extends Repository<PairingId, Pairing, PairingEvent> {
  readonly findOpen: (side: Side, agencyId: AgencyId, cycleYear: number) => Promise<Pairing | null>;
  /** What the agencies have, or had, on this side in these years. */
  readonly findOfSide: (
    side: Side,
    agencyIds: readonly AgencyId[],
    cycleYears: readonly number[],
  ) => Promise<readonly Pairing[]>;
  /** Open ones in which the agency is a side. */
  readonly openOf: (agencyId: AgencyId) => Promise<readonly Pairing[]>;
  /** Every one in which one of them is, or was, a side. */
  readonly ofAgencies: (agencyIds: readonly AgencyId[]) => Promise<readonly Pairing[]>;
  /** Which pairing counts the agency as grown (PAIR-9). */
  readonly findThatGrew: (agencyId: AgencyId) => Promise<Pairing | null>;
  /** One that stands under the scheme. */
  readonly findUnder: (schemeId: SchemeId) => Promise<Pairing | null>;
  readonly countOf: (countyCode: RegionCode, cycleYear: number) => Promise<number>;
  readonly listActive: (countyCode: RegionCode) => Promise<readonly ActivePairing[]>;
  /** At work although their last day is over, the longest past first. */
  readonly pastEnd: (today: CalendarDate) => AsyncIterable<PairingId>;
  readonly list: (filter: PairingFilter, order: PairingOrder, page: PageRequest) => Promise<Page<Pairing>>;
}
