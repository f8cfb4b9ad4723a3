import type { Change, RegionCode, Versioned } from '@qianshou/kernel';
import type { CountyPolicy } from './county-policy.ts';
import { isQuasiTownship, type Region } from '../reference/region.ts';

/** STA-1 of one county: how many of its units should have a station, and how many are covered by one. */
export interface CountyCoverage extends Versioned {
  readonly id: RegionCode;
  readonly unitsInScope: number;
  readonly unitsCovered: number;
  /** Units that would be in scope, were they not taken out one by one or gone; absent in records of before. */
  readonly unitsTakenOut?: number;
}

type Counted = Required<Pick<CountyCoverage, 'unitsInScope' | 'unitsCovered' | 'unitsTakenOut'>>;

export interface CoverageChanged {
  readonly type: 'county-coverage.changed';
  readonly coverage: Counted;
  readonly replaces: Counted;
}

export interface CoverageFacts {
  readonly county: Region;
  readonly policy: CountyPolicy | null;
  /** The units of the county whose station operates. */
  readonly operatingUnits: readonly RegionCode[];
  /** Those that were taken out of scope. */
  readonly outOfScope?: readonly RegionCode[];
}

/** Where no station ever operated, the county is covered not at all. */
export function uncovered({ county }: Pick<CoverageFacts, 'county'>): CountyCoverage {
  return { id: county.id, version: 0, unitsInScope: county.units.all, unitsCovered: 0 };
}

/** Counted anew from the facts; told only when it is another coverage than before. */
export function recountCoverage(
  before: CountyCoverage,
  { county, policy, operatingUnits, outOfScope = [] }: CoverageFacts,
): Change<CountyCoverage, CoverageChanged> {
  const countsQuasi = policy?.countsQuasiTownships ?? true;
  const counts = (unit: RegionCode) => countsQuasi || !isQuasiTownship(unit);
  const unitsTakenOut = outOfScope.filter(counts).length;
  const coverage = {
    unitsInScope: county.units.all - (countsQuasi ? 0 : county.units.quasi) - unitsTakenOut,
    unitsCovered: operatingUnits.filter((unit) => counts(unit) && !outOfScope.includes(unit)).length,
    unitsTakenOut,
  };
  const { unitsInScope, unitsCovered, unitsTakenOut: takenOutBefore = 0 } = before;
  const replaces = { unitsInScope, unitsCovered, unitsTakenOut: takenOutBefore };
  if (isSame(coverage, replaces)) return { state: before, events: [] };
  return {
    state: { ...before, ...coverage },
    events: [{ type: 'county-coverage.changed', coverage, replaces }],
  };
}

function isSame(one: Counted, other: Counted): boolean {
  return COUNTED.every((name) => one[name] === other[name]);
}

const COUNTED = ['unitsInScope', 'unitsCovered', 'unitsTakenOut'] as const;
