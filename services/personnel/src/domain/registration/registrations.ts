import type { CalendarDate } from '@qianshou/kernel';
import type { RegistrationId } from '../ids.ts';
import { qualificationNotFound } from '../worker/errors.ts';
import { decisionsOn } from '../worker/life-facts.ts';
import { isHeld, type Qualification } from '../worker/qualification.ts';
import type { Registration, RegistrationFacts } from '../worker/registration.ts';
import type { SocialWorker } from '../worker/social-worker.ts';
import {
  registrationCertificateNotHeld,
  registrationDateImplausible,
  registrationHoursShort,
  registrationNotFound,
  registrationProofMissing,
  registrationTooEarly,
} from './errors.ts';
import { type CreditedYear, periodsOf, type RegistrationPeriod } from './registration-period.ts';

export const registrationDecisions = decisionsOn<RegistrationFacts, Registration>({
  fact: 'REGISTRATION',
  of: ({ registrations }) => registrations,
  keep: (worker, registrations) => ({ ...worker, registrations }),
  facts: ({ qualificationId, registeredOn, hoursElsewhere, proof }) => ({
    qualificationId,
    registeredOn,
    hoursElsewhere,
    proof,
  }),
  judge: requirePossible,
  notFound: registrationNotFound,
});

function requirePossible(worker: SocialWorker, facts: RegistrationFacts, today: CalendarDate): void {
  const { registeredOn, hoursElsewhere, proof } = facts;
  const { obtainedOn } = certificateOf(worker, facts);
  if (registeredOn < obtainedOn || registeredOn > today)
    throw registrationDateImplausible({ obtainedOn, registeredOn });
  if (hoursElsewhere > 0 && proof === null) throw registrationProofMissing();
}

function certificateOf(
  { qualifications }: SocialWorker,
  { qualificationId: id }: RegistrationFacts,
): Qualification {
  const found = qualifications.find((each) => each.id === id);
  if (found === undefined) throw qualificationNotFound({ id });
  if (!isHeld(found)) throw registrationCertificateNotHeld();
  return found;
}

/** Every registration stands where the one before lets it: from its window on, with the hours of its period. */
export function requireInOrder(
  worker: SocialWorker,
  id: RegistrationId,
  credited: readonly CreditedYear[],
  today: CalendarDate,
): void {
  const entry = registrationDecisions.find(worker, id);
  if (entry === undefined) throw registrationNotFound({ id });
  const periods = periodsOf(worker, certificateOf(worker, entry), credited, today);
  for (const [at, { registration }] of periods.entries()) {
    const before = periods[at - 1];
    if (before !== undefined) requireRenewable(before, registration, registration.id === id);
  }
}

/** The hours are asked of the one that is entered or corrected; those of others were asked when they came in. */
function requireRenewable(before: RegistrationPeriod, next: Registration, asked: boolean): void {
  const { until: validUntil, renewableFrom, hoursNeeded: needed, hoursMissing: missing } = before;
  if (next.registeredOn < renewableFrom) throw registrationTooEarly({ validUntil, renewableFrom });
  if (asked && missing > 0) throw registrationHoursShort({ needed, missing });
}
