import { isWithin, type RegionCode } from '@qianshou/kernel';

/** A rule with its source. What has no source in law or in a county's paper is ours and never shown as law. */
export interface Rule {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly origin: 'NATIONAL' | 'LOCAL' | 'OURS';
  /** Where the source holds; null: the whole country, or no region. */
  readonly regionCode: RegionCode | null;
  readonly source: string;
  readonly sourceUrls: readonly string[];
}

/** A number that others published; it is shown beside the platform's own figures and never added to them. */
export interface PublishedFigure {
  /** A day, or a month where the source names no day. */
  readonly asOf: string;
  readonly regionCode: RegionCode;
  readonly subject:
    | 'STATIONS'
    | 'DEMONSTRATION_STATIONS'
    | 'RESIDENT_WORKERS'
    | 'PROFESSIONALS'
    | 'CERTIFICATE_HOLDERS'
    | 'POSTS'
    | 'AGENCIES'
    | 'AGENCIES_IN_STATIONS'
    | 'MONEY_YUAN'
    | 'PERSONS_SERVED';
  readonly zh: string;
  readonly en: string;
  readonly value: number;
  readonly moreThan: boolean;
  readonly note: string | null;
  readonly sourceUrls: readonly string[];
}

/** Newest first; of one region and everything below it, or all. */
export function publishedWithin(
  figures: readonly PublishedFigure[],
  within: RegionCode | null,
): readonly PublishedFigure[] {
  return figures
    .filter(({ regionCode }) => within === null || isWithin(regionCode, within))
    .toSorted((a, b) => b.asOf.localeCompare(a.asOf));
}
