import type { CalendarDate, RegionCode } from '@qianshou/kernel';
import { carriedClock, type CertificateClock } from './certificate-clock.ts';
import { firstEligibleOn } from '../worker/exam-eligibility.ts';
import { examProfile } from '../worker/exam-profile.ts';
import { isCertifiedIn, type SocialWorker } from '../worker/social-worker.ts';
import type { StaffingPolicy } from '../reference/workplace.ts';

/** What the two-year rule reads of a worker, seen from a post. */
export interface CertificateFacts {
  /** Holds a certificate that is valid at the post (PER-13). */
  readonly certified: boolean;
  /** First day on which the assistant exam is open to them; null while nothing leads there. */
  readonly eligibleFrom: CalendarDate | null;
  /** PER-9: runs on from an earlier post in the county. Absent: it begins here. */
  readonly carried?: CertificateClock | null;
}

/** PER-9: posts of the county that ended with a clock, and over what gap the county lets it run on. */
export interface ClocksBefore extends Pick<StaffingPolicy, 'certificateGapDays'> {
  readonly held: Parameters<typeof carriedClock>[0];
}

/** PER-11: eligibility is computed; social work that began with this post counts from its first day. */
export function certificateFacts(
  worker: SocialWorker,
  countyCode: RegionCode,
  servingSince: CalendarDate,
  before: ClocksBefore = { held: [] },
): CertificateFacts {
  return {
    certified: isCertifiedIn(worker, countyCode),
    eligibleFrom: firstEligibleOn(examProfile(worker, servingSince), 'ASSISTANT'),
    carried: carriedClock(before.held, servingSince, before.certificateGapDays),
  };
}
