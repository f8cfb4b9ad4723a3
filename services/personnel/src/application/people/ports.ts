import type { Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { StationId, WorkerId } from '../../domain/ids.ts';
import type { Posting } from '../../domain/posting/posting.ts';
import type { Disclosure, LookUp } from '../worker/ports.ts';

/** Posts that somebody runs: those of a township, of an operator, of a station. */
export interface PlacesRun {
  readonly townships: readonly RegionCode[];
  readonly agencyIds: readonly string[];
  readonly stationIds: readonly StationId[];
}

export interface PostsRun {
  /** Posts that are not over, the latest first. */
  readonly listRun: (places: PlacesRun, page: PageRequest) => Promise<Page<Posting>>;
  /** Of each worker, posts that are not over. */
  readonly findPresent: (workers: readonly WorkerId[]) => Promise<readonly (readonly Posting[])[]>;
}

/** What was written down when somebody's data was read. */
export type PersonalDataReading = Disclosure | (LookUp & { readonly workerId: WorkerId });

export interface ReadingFilter {
  readonly within: RegionCode | null;
  readonly workerId: WorkerId | null;
}

export interface PersonalDataReadings {
  /** Of the people of these regions; null: of all. The latest first. */
  readonly list: (
    regions: readonly RegionCode[] | null,
    filter: ReadingFilter,
    page: PageRequest,
  ) => Promise<Page<PersonalDataReading>>;
}
