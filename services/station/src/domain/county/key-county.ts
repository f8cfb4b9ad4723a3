import type { Change, RegionCode, Versioned, PublicText } from '@qianshou/kernel';

/** A county on the national list of 160, with the page that names it. 37 names were never found and stay unknown. */
export interface KeyCounty extends Versioned {
  readonly id: RegionCode;
  readonly sourceUrls: readonly PublicText[];
  /** `one-source` or `two-sources`, as the list of sources says. */
  readonly confirmation: string;
}

export interface KeyCountyListed {
  readonly type: 'key-county.listed';
  readonly countyCode: RegionCode;
  readonly sourceUrl: string;
}

export function listKeyCounty(county: Omit<KeyCounty, 'version'>): Change<KeyCounty, KeyCountyListed> {
  return {
    state: { ...county, version: 0 },
    events: [
      {
        type: 'key-county.listed',
        countyCode: county.id,
        sourceUrl: county.sourceUrls[0] ?? '',
      },
    ],
  };
}
