import type { RegionCode } from '@qianshou/kernel';
import type { AgencyId, WorkerId } from '../ids.ts';
import {
  hasPreferredEducation,
  isCertifiedIn,
  isVerifiedIn,
  type SocialWorker,
} from '../worker/social-worker.ts';

/** PER-5: certified locals first; the rest in this order is ours. */
export const CANDIDATE_RANKS = ['CERTIFIED_LOCAL', 'CERTIFIED', 'LOCAL', 'OTHER'] as const;

export type CandidateRank = (typeof CANDIDATE_RANKS)[number];

/** What the rules of recruitment read of a worker, seen from the county of the post. */
export interface Candidate {
  readonly workerId: WorkerId;
  readonly employerAgencyId: AgencyId | null;
  readonly directsOfficeOf: RegionCode | null;
  readonly birthYear: number;
  readonly certified: boolean;
  /** By a certificate that the bureau has verified. */
  readonly verified: boolean;
  readonly preferredEducation: boolean;
  readonly rank: CandidateRank;
}

export function candidateFor(worker: SocialWorker, countyCode: RegionCode): Candidate {
  const certified = isCertifiedIn(worker, countyCode);
  const local = worker.localResident && worker.countyCode === countyCode;
  return {
    workerId: worker.id,
    employerAgencyId: worker.employerAgencyId,
    directsOfficeOf: worker.directsOfficeOf,
    birthYear: worker.birthYear,
    certified,
    verified: isVerifiedIn(worker, countyCode),
    preferredEducation: hasPreferredEducation(worker),
    rank: rankOf(certified, local),
  };
}

function rankOf(certified: boolean, local: boolean): CandidateRank {
  if (certified) return local ? 'CERTIFIED_LOCAL' : 'CERTIFIED';
  return local ? 'LOCAL' : 'OTHER';
}
