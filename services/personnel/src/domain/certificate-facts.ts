import type { CalendarDate, RegionCode } from '@qianshou/kernel';
import { carriedClock, type CertificateClock } from './certificate-clock.ts';
import { firstEligibleOn } from './exam-eligibility.ts';
import { examProfile, isCertifiedIn, type SocialWorker } from './social-worker.ts';

/** What the two-year rule reads of a worker, seen from a post. */
export interface CertificateFacts {
  /** Holds a certificate that is valid at the post (PER-13). */
  readonly certified: boolean;
  /** First day on which the assistant exam is open to them; null while nothing leads there. */
  readonly eligibleFrom: CalendarDate | null;
  /** PER-9: runs on from an earlier post in the county. Absent: it begins here. */
  readonly carried?: CertificateClock | null;
}

/** PER-11: eligibility is computed; social work that began with this post counts from its first day. */
export function certificateFacts(
  worker: SocialWorker,
  countyCode: RegionCode,
  servingSince: CalendarDate,
  held: Parameters<typeof carriedClock>[0] = [],
): CertificateFacts {
  return {
    certified: isCertifiedIn(worker, countyCode),
    eligibleFrom: firstEligibleOn(examProfile(worker, servingSince), 'ASSISTANT'),
    carried: carriedClock(held, servingSince),
  };
}
