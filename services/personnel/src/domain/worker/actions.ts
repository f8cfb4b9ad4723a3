import { type Actor, type CalendarDate, canPutRight, isWorker } from '@qianshou/kernel';
import { canLookUp, rightOfPerson } from './policy.ts';
import type { SocialWorker } from './social-worker.ts';

export type WorkerAction = 'CORRECT' | 'REVEAL';

/** What somebody may do with the entry of a person; the use cases ask the same functions. */
export function actionsOnWorker(
  actor: Actor,
  worker: SocialWorker,
  today: CalendarDate,
): readonly WorkerAction[] {
  return [
    ...(canPutRight(actor, rightOfPerson(worker, { actor, today })) ? (['CORRECT'] as const) : []),
    ...(canLookUp(actor, worker) || isWorker(actor, worker.id) ? (['REVEAL'] as const) : []),
  ];
}
