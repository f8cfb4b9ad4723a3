import type { Page, PageRequest, RegionCode, Repository } from '@qianshou/kernel';
import type { PostingId, RenewalId, WorkerId } from '../../domain/ids.ts';
import type { ReadScope } from '../../domain/policy.ts';
import type { RenewalDecision, RenewalEvent, RenewalStatus } from '../../domain/renewal/renewal.ts';

export interface RenewalFilter {
  readonly within: RegionCode | null;
  readonly workerId: WorkerId | null;
  readonly status: readonly RenewalStatus[] | null;
}

export interface Renewals extends Repository<RenewalId, RenewalDecision, RenewalEvent> {
  /** In the order of the days by which they are to be decided. */
  readonly list: (
    scope: ReadScope,
    filter: RenewalFilter,
    page: PageRequest,
  ) => Promise<Page<RenewalDecision>>;
  readonly findOpenOf: (postingId: PostingId) => Promise<RenewalDecision | null>;
}
