import { type Actor, type CalendarDate, canPutRight, permit, type PuttingRight } from '@qianshou/kernel';
import { isBureau } from '../policy.ts';
import { canCertify } from '../worker/policy.ts';
import type { Qualification, QualificationStatus } from '../worker/qualification.ts';
import type { SocialWorker } from '../worker/social-worker.ts';

export type QualificationAction = 'VERIFY' | 'REJECT' | 'REVOKE' | 'CORRECT' | 'STRIKE';

/** What was found of a certificate is the bureau's to say. */
export function mayVerifyQualification(actor: Actor, { countyCode }: SocialWorker): void {
  permit(isBureau(actor, countyCode));
}

/** Whoever recorded it, for some days, and who oversees them; what the bureau has decided on is the bureau's alone. */
export function puttingRight(
  worker: Keeping,
  { status, recorded }: Pick<Qualification, 'recorded' | 'status'>,
  { actor, today }: { readonly actor: Actor; readonly today: CalendarDate },
): PuttingRight {
  const regions = [worker.countyCode];
  const mayRecord = canCertify(actor, worker);
  if (status === 'RECORDED') return { recorded, mayRecord, office: 'AGENCY_MANAGER', regions, today };
  return { recorded, mayRecord, office: 'COUNTY_CIVIL_AFFAIRS', isDecision: true, regions, today };
}

type Keeping = Pick<SocialWorker, 'countyCode' | 'employerAgencyId'>;

const DECISIONS: Readonly<Record<QualificationStatus, readonly QualificationAction[]>> = {
  RECORDED: ['VERIFY', 'REJECT'],
  VERIFIED: ['REVOKE'],
  REJECTED: [],
  REVOKED: [],
};

/** What this caller may do with it now. */
export function actionsOnQualification(
  actor: Actor,
  worker: SocialWorker,
  qualification: Qualification,
  today: CalendarDate,
): readonly QualificationAction[] {
  if (qualification.struck !== null) return [];
  const right = canPutRight(actor, puttingRight(worker, qualification, { actor, today }));
  return [
    ...(isBureau(actor, worker.countyCode) ? DECISIONS[qualification.status] : []),
    ...(right ? (['CORRECT', 'STRIKE'] as const) : []),
  ];
}
