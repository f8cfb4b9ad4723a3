import { type Actor, isWithin, NATION, notPermitted, type RegionCode, type Role } from '@qianshou/kernel';
import type { Told } from './disclosure.ts';

/** Who may read what partners are told; of each the regions of the grants cut it before any filter. */
export const FEED_READERS: readonly Role[] = [
  'ADMIN',
  'PROJECT_OFFICE',
  'PROVINCE_AUTHORITY',
  'COUNTY_CIVIL_AFFAIRS',
  'ANALYST',
  'PARTNER',
];

/** Roles that hold for the whole nation where their grant names no region. */
const NATIONAL: readonly Role[] = ['ADMIN', 'PROJECT_OFFICE'];

/** Regions with everything below them; the nation is also told what happened nowhere in particular. */
export interface Reach {
  readonly regions: readonly RegionCode[];
}

/** @throws where no grant lets its holder read. */
export function reachOf({ grants }: Actor): Reach {
  const regions = grants
    .filter(({ role }) => FEED_READERS.includes(role))
    .flatMap(({ role, region }) => region ?? (NATIONAL.includes(role) ? NATION : []));
  if (regions.length === 0) throw notPermitted({ needs: FEED_READERS });
  return { regions };
}

/** What lies within both. */
export function commonReach(one: Reach, other: Reach): Reach {
  const regions = one.regions.flatMap((inner) => [
    ...(other.regions.some((outer) => isWithin(inner, outer)) ? [inner] : []),
    ...other.regions.filter((each) => each !== inner && isWithin(each, inner)),
  ]);
  if (regions.length === 0) throw notPermitted({ needs: FEED_READERS });
  return { regions: [...new Set(regions)] };
}

export function isWithinReach({ regions }: Reach, { regioncode }: Pick<Told, 'regioncode'>): boolean {
  if (regioncode === undefined) return regions.includes(NATION);
  return regions.some((outer) => isWithin(regioncode as RegionCode, outer));
}
