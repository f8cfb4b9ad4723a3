import { type Actor, NATION, type Role, regionPrefix } from '@qianshou/kernel';

/** Whose grants are over the nation. */
const EVERYWHERE: readonly Role[] = ['ADMIN', 'PROJECT_OFFICE'];

/** Whose grants are over a region. */
const WITHIN_REGION: readonly Role[] = [
  'PROVINCE_AUTHORITY',
  'COUNTY_CIVIL_AFFAIRS',
  'FINANCE_AUDITOR',
  'ANALYST',
];

/** The regions whose facts a caller may ask about, as beginnings of codes; empty: none. */
export type Scope = 'EVERYWHERE' | readonly string[];

export function scopeOf({ grants }: Actor): Scope {
  if (grants.some(({ role }) => EVERYWHERE.includes(role))) return 'EVERYWHERE';
  const regions = grants.flatMap(({ role, region }) =>
    WITHIN_REGION.includes(role) && region !== undefined ? [region] : [],
  );
  if (regions.includes(NATION)) return 'EVERYWHERE';
  return [...new Set(regions.map(regionPrefix))];
}
