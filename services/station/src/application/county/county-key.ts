import type { RegionCode } from '@qianshou/kernel';

/** Who holds it decides alone about what is counted by county: its coverage, its checklist, its demonstration stations. */
export function countyKey(countyCode: RegionCode): string {
  return `county:${countyCode}`;
}
