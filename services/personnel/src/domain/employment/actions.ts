import { type Actor, actsForAgency, permit } from '@qianshou/kernel';
import type { AgencyId } from '../ids.ts';
import { actsForOptional, isBureau } from '../policy.ts';
import type { SocialWorker } from '../worker/social-worker.ts';

/** The bureau, and the agency of its own people. */
export function mayRecordEmployment(
  actor: Actor,
  { countyCode }: SocialWorker,
  { agencyId }: { readonly agencyId: AgencyId },
): void {
  permit(isBureau(actor, countyCode) || actsForAgency(actor, agencyId));
}

/** Each of the two agencies speaks for itself, and nobody for either. */
export function mayOfferTransfer(actor: Actor, { employerAgencyId }: SocialWorker): void {
  permit(actsForOptional(actor, employerAgencyId));
}

export function isOfferedTo(actor: Actor, { transferOffer }: Pick<SocialWorker, 'transferOffer'>): boolean {
  return transferOffer !== null && actsForAgency(actor, transferOffer.toAgencyId);
}

export function mayTakeTransfer(actor: Actor, worker: SocialWorker): void {
  permit(isOfferedTo(actor, worker));
}
