import type { CalendarDate } from '@qianshou/kernel';
import type { AgencyId } from '../ids.ts';
import type { PostingRole } from '../reference/workplace.ts';

/** PER-4: the three who recruit a resident together. */
export const RECRUITING_PARTIES = ['COUNTY_BUREAU', 'TOWNSHIP_OFFICE', 'OPERATOR'] as const;

export type RecruitingParty = (typeof RECRUITING_PARTIES)[number];

export interface Signature {
  readonly party: RecruitingParty;
  /** The subject of the token, never a name. */
  readonly signedBy: string | null;
  readonly signedOn: CalendarDate;
}

interface Signed {
  readonly signatures: readonly Signature[];
  readonly operatorAgencyId: AgencyId | null;
}

/** PER-4: only residents are recruited jointly. */
export function missingSignatures(
  posting: Signed & { readonly role: PostingRole },
): readonly RecruitingParty[] {
  return posting.role === 'RESIDENT' ? missingParties(posting) : [];
}

/** Where there is no operator, bureau and township recruit alone. */
export function missingParties({ signatures, operatorAgencyId }: Signed): readonly RecruitingParty[] {
  const parties = RECRUITING_PARTIES.filter((party) => party !== 'OPERATOR' || operatorAgencyId !== null);
  return parties.filter((party) => !signatures.some((signature) => signature.party === party));
}

/** PER-4: nobody signs for two of the three. */
export function signedBySame(signatures: readonly Signature[], subject: string | null): boolean {
  return subject !== null && signatures.some(({ signedBy }) => signedBy === subject);
}
