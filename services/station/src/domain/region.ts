import type { RegionCode, RegionLevel } from '@qianshou/kernel';

export type UnitKind = 'SUBDISTRICT' | 'TOWN' | 'TOWNSHIP' | 'QUASI_TOWNSHIP';

/** A division of the frozen snapshot of 2023; read-only reference data. */
export interface Region {
  readonly id: RegionCode;
  readonly name: string;
  readonly level: RegionLevel;
  readonly parentCode: RegionCode | null;
  readonly kind: UnitKind | null;
  /** Township-level units at or below this region, and how many of them are quasi-townships (codes 400 and up). */
  readonly units: { readonly all: number; readonly quasi: number };
}

/** Mining areas, farms and development zones have codes that end in 400 and up. */
export function isQuasiTownship(unit: RegionCode): boolean {
  return Number(unit.slice(6)) >= 400;
}
