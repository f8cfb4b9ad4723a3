import type { Role } from '@qianshou/kernel';

/** Who speaks for a region. */
export const AUTHORITIES: readonly Role[] = ['PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS'];
