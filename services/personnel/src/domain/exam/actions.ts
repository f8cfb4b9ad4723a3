import { type Actor, type CalendarDate, canPutRight } from '@qianshou/kernel';
import type { ExamAttempt } from '../worker/exam-attempt.ts';
import { canCertify, rightOfEntry } from '../worker/policy.ts';
import type { SocialWorker } from '../worker/social-worker.ts';
import { canHaveResult } from './exam-attempts.ts';

export type ExamAttemptAction = 'RECORD_RESULT' | 'CORRECT' | 'STRIKE';

/** What this caller may do with it now. */
export function actionsOnExamAttempt(
  actor: Actor,
  worker: SocialWorker,
  attempt: ExamAttempt,
  today: CalendarDate,
): readonly ExamAttemptAction[] {
  if (attempt.struck !== null) return [];
  const right = canPutRight(actor, rightOfEntry(worker, attempt.recorded, { actor, today }));
  return [
    ...(canCertify(actor, worker) && canHaveResult(attempt) ? (['RECORD_RESULT'] as const) : []),
    ...(right ? (['CORRECT', 'STRIKE'] as const) : []),
  ];
}
