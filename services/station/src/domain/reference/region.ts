import type { CalendarDate, RegionCode, RegionLevel } from '@qianshou/kernel';
import { regionRetired } from './errors.ts';

export type UnitKind = 'SUBDISTRICT' | 'TOWN' | 'TOWNSHIP' | 'QUASI_TOWNSHIP';

/** A division of the frozen snapshot of 2023; read-only reference data. */
export interface Region {
  readonly id: RegionCode;
  readonly name: string;
  readonly level: RegionLevel;
  readonly parentCode: RegionCode | null;
  readonly kind: UnitKind | null;
  /** Township-level units at or below this region, and how many of them are quasi-townships (codes 400 and up). One that is out of scope is among them. */
  readonly units: { readonly all: number; readonly quasi: number };
  /** The day from which on the reference data no longer has it; absent and null while they do. */
  readonly retiredOn?: CalendarDate | null;
}

/** What stands in a retired region stays and is shown; nothing new begins there. */
export function inUse(region: Region): Region {
  const { id: code, retiredOn = null } = region;
  if (retiredOn !== null) throw regionRetired({ code, on: retiredOn });
  return region;
}

/** Mining areas, farms and development zones have codes that end in 400 and up. */
export function isQuasiTownship(unit: RegionCode): boolean {
  return Number(unit.slice(6)) >= 400;
}
