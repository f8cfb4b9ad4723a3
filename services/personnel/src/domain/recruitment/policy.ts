import { type Actor, permit } from '@qianshou/kernel';
import { isBureau } from '../policy.ts';
import { canPropose, canSign, maySign, type PostPlace } from '../posting/policy.ts';
import { missingParties, type RecruitingParty } from '../posting/signatures.ts';
import type { RecruitmentNotice } from './recruitment-notice.ts';

/** PER-4: each of the three who recruit enters who applied. */
export function canRecruit(actor: Actor, post: PostPlace): boolean {
  return canPropose(actor, 'RESIDENT', post) !== null;
}

export function mayRecruit(actor: Actor, post: PostPlace): void {
  permit(canRecruit(actor, post));
}

/** The public notice is the bureau's. */
export function mayAnnounce(actor: Actor, { countyCode }: PostPlace): void {
  permit(isBureau(actor, countyCode));
}

export function partyThatSigns(actor: Actor, notice: RecruitmentNotice): RecruitingParty | null {
  return canSign(actor, notice, missingParties(notice));
}

export function maySignNotice(actor: Actor, notice: RecruitmentNotice): RecruitingParty {
  return maySign(actor, notice, missingParties(notice));
}
