import type { Change, RegionCode, Versioned } from '@qianshou/kernel';
import type { CountyPolicy } from './county-policy.ts';
import { isQuasiTownship, type Region } from '../reference/region.ts';

/** STA-1 of one county: how many of its units should have a station, and how many are covered by one. */
export interface CountyCoverage extends Versioned {
  readonly id: RegionCode;
  readonly unitsInScope: number;
  readonly unitsCovered: number;
}

export interface CoverageChanged {
  readonly type: 'county-coverage.changed';
  readonly coverage: Pick<CountyCoverage, 'unitsInScope' | 'unitsCovered'>;
  readonly replaces: Pick<CountyCoverage, 'unitsInScope' | 'unitsCovered'>;
}

export interface CoverageFacts {
  readonly county: Region;
  readonly policy: CountyPolicy | null;
  /** The units of the county whose station operates. */
  readonly operatingUnits: readonly RegionCode[];
}

/** Where no station ever operated, the county is covered not at all. */
export function uncovered({ county }: Pick<CoverageFacts, 'county'>): CountyCoverage {
  return { id: county.id, version: 0, unitsInScope: county.units.all, unitsCovered: 0 };
}

/** Counted anew from the facts; told only when it is another coverage than before. */
export function recountCoverage(
  before: CountyCoverage,
  { county, policy, operatingUnits }: CoverageFacts,
): Change<CountyCoverage, CoverageChanged> {
  const countsQuasi = policy?.countsQuasiTownships ?? true;
  const coverage = {
    unitsInScope: county.units.all - (countsQuasi ? 0 : county.units.quasi),
    unitsCovered: operatingUnits.filter((unit) => countsQuasi || !isQuasiTownship(unit)).length,
  };
  const { unitsInScope, unitsCovered } = before;
  if (coverage.unitsInScope === unitsInScope && coverage.unitsCovered === unitsCovered) {
    return { state: before, events: [] };
  }
  return {
    state: { ...before, ...coverage },
    events: [{ type: 'county-coverage.changed', coverage, replaces: { unitsInScope, unitsCovered } }],
  };
}
