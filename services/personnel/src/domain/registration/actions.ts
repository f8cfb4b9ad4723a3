import { type Actor, type CalendarDate, canPutRight, permit, type PuttingRight } from '@qianshou/kernel';
import { isBureau } from '../policy.ts';
import type { Registration } from '../worker/registration.ts';
import type { SocialWorker } from '../worker/social-worker.ts';

export type RegistrationAction = 'CORRECT' | 'STRIKE';

/** The bureau registers certificates. */
export function mayRegisterCertificate(actor: Actor, { countyCode }: SocialWorker): void {
  permit(isBureau(actor, countyCode));
}

/** The bureau that registered it, for some days, and who oversees it. */
export function rightOfRegistration(
  { countyCode }: Pick<SocialWorker, 'countyCode'>,
  { recorded }: Pick<Registration, 'recorded'>,
  { actor, today }: { readonly actor: Actor; readonly today: CalendarDate },
): PuttingRight {
  const mayRecord = isBureau(actor, countyCode);
  return { recorded, mayRecord, office: 'COUNTY_CIVIL_AFFAIRS', regions: [countyCode], today };
}

/** What this caller may do with it now. */
export function actionsOnRegistration(
  actor: Actor,
  worker: SocialWorker,
  registration: Registration,
  today: CalendarDate,
): readonly RegistrationAction[] {
  if (registration.struck !== null) return [];
  return canPutRight(actor, rightOfRegistration(worker, registration, { actor, today }))
    ? ['CORRECT', 'STRIKE']
    : [];
}
