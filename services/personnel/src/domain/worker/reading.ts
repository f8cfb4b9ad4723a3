import { type Actor, grantUsed, type RegionCode, type Role } from '@qianshou/kernel';
import type { SocialWorker } from './social-worker.ts';

/** For what a personal field is read in full: the list, beside which a text says more (PER-16). */
export type RevealPurpose =
  'EMPLOYMENT' | 'EXAM_OR_CERTIFICATE' | 'IDENTITY_CHECK' | 'CONTACT' | 'AUDIT' | 'OWN_DATA' | 'OTHER';

const READERS: readonly Role[] = ['COUNTY_CIVIL_AFFAIRS', 'AGENCY_MANAGER', 'SOCIAL_WORKER'];

/** Whose data it was, and the office for which somebody read it. */
export function readAs(
  actor: Actor,
  { countyCode, employerAgencyId }: Pick<SocialWorker, 'countyCode' | 'employerAgencyId'>,
): {
  readonly countyCode: RegionCode;
  readonly office: {
    readonly role: Role | null;
    readonly region: RegionCode | null;
    readonly agencyId: string | null;
  };
} {
  const agencies = employerAgencyId === null ? [] : [employerAgencyId];
  const grant = grantUsed(actor, READERS, { regions: [countyCode], agencies });
  const { role = null, region = null, agencyId = null } = grant ?? {};
  return { countyCode, office: { role, region, agencyId } };
}
