import type { CalendarDate } from '@qianshou/kernel';
import { type Posting, isOnDuty } from '../posting/posting.ts';
import { missingSignatures } from '../posting/signatures.ts';
import { type CreditedYear, registrationStanding } from '../registration/registration-period.ts';
import { isHeld, isVerified } from '../worker/qualification.ts';
import type { SocialWorker } from '../worker/social-worker.ts';

export type NeedKind =
  | 'SIGNATURES'
  | 'PRE_JOB_TRAINING'
  | 'START_OF_DUTY'
  | 'CERTIFICATE'
  | 'RENEWAL_DECISION'
  | 'VERIFICATION'
  | 'REGISTRATION'
  | 'CE_HOURS';

export interface Need {
  readonly kind: NeedKind;
  readonly dueOn: CalendarDate | null;
  readonly hoursMissing: number | null;
}

interface Known {
  readonly credited: readonly CreditedYear[];
  readonly today: CalendarDate;
}

/** What somebody on a post still needs: for the post first, then of their certificate. */
export function needsOf(posting: Posting, worker: SocialWorker, known: Known): readonly Need[] {
  return posting.status === 'LEFT' ? [] : [...ofPost(posting), ...ofPerson(worker, known)];
}

function ofPost(posting: Exclude<Posting, { readonly status: 'LEFT' }>): readonly Need[] {
  if (isOnDuty(posting)) {
    const voided = (posting.preJobTraining?.voidedOn ?? null) !== null;
    return [...(voided ? [need('PRE_JOB_TRAINING')] : []), ...ofCertificate(posting)];
  }
  if (posting.status === 'IN_PRE_JOB_TRAINING') return [need('PRE_JOB_TRAINING', posting.startsOn)];
  return [need(missingSignatures(posting).length > 0 ? 'SIGNATURES' : 'START_OF_DUTY', posting.startsOn)];
}

function ofCertificate({ status, certificate, clock }: Posting): readonly Need[] {
  if (certificate !== 'RUNNING' && certificate !== 'WAITING') return [];
  const certified = need('CERTIFICATE', clock?.deadline ?? null);
  return status === 'CERT_OVERDUE' ? [certified, need('RENEWAL_DECISION')] : [certified];
}

const TO_REGISTER: readonly string[] = ['DUE', 'CE_SHORT', 'RENEWAL_OPEN'];

function ofPerson(worker: SocialWorker, { credited, today }: Known): readonly Need[] {
  const held = worker.qualifications.filter(isHeld);
  const verification = held.length > 0 && !held.some(isVerified) ? [need('VERIFICATION')] : [];
  const { status, dueOn, period } = registrationStanding(worker, credited, today);
  const missing = period?.hoursMissing ?? 0;
  return [
    ...verification,
    ...(TO_REGISTER.includes(status) ? [need('REGISTRATION', dueOn)] : []),
    ...(missing > 0 ? [{ kind: 'CE_HOURS' as const, dueOn, hoursMissing: missing }] : []),
  ];
}

function need(kind: NeedKind, dueOn: CalendarDate | null = null): Need {
  return { kind, dueOn, hoursMissing: null };
}
