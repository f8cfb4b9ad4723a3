import type { Actor } from '@qianshou/kernel';
import { isBureau, permit } from '../policy.ts';
import { canCertify } from '../worker/policy.ts';
import type { Qualification, QualificationStatus } from '../worker/qualification.ts';
import type { SocialWorker } from '../worker/social-worker.ts';

export type QualificationAction = 'VERIFY' | 'REJECT' | 'REVOKE' | 'CORRECT' | 'STRIKE';

/** What was found of a certificate is the bureau's to say. */
export function mayVerifyQualification(actor: Actor, { countyCode }: SocialWorker): void {
  permit(isBureau(actor, countyCode));
}

/** Who keeps the person puts the record right; what the bureau has decided on is the bureau's alone. */
export function mayCorrectQualification(
  actor: Actor,
  worker: SocialWorker,
  { status }: Pick<Qualification, 'status'>,
): void {
  permit(canCorrect(actor, worker, status));
}

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
  { status, struck }: Qualification,
): readonly QualificationAction[] {
  if (struck !== null) return [];
  return [
    ...(isBureau(actor, worker.countyCode) ? DECISIONS[status] : []),
    ...(canCorrect(actor, worker, status) ? (['CORRECT', 'STRIKE'] as const) : []),
  ];
}

function canCorrect(actor: Actor, worker: SocialWorker, status: QualificationStatus): boolean {
  return status === 'RECORDED' ? canCertify(actor, worker) : isBureau(actor, worker.countyCode);
}
