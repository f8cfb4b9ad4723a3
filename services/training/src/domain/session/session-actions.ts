import { type Actor, canPutRight, type CorrectionTime } from '@qianshou/kernel';
import { puttingRight } from '../class/putting-right.ts';
import type { TrainingClass } from '../class/class-state.ts';
import { canRun } from '../policy.ts';
import type { TrainingSession } from './training-session.ts';

export type SessionAction = 'RECORD_ATTENDANCE' | 'CORRECT' | 'STRIKE';

export function sessionActions(
  actor: Actor,
  { struck, recorded }: Pick<TrainingSession, 'struck' | 'recorded'>,
  group: TrainingClass,
  time: CorrectionTime,
): readonly SessionAction[] {
  if (struck !== null || group.status !== 'IN_PROGRESS') return [];
  return [
    ...(canRun(actor, group) ? (['RECORD_ATTENDANCE'] as const) : []),
    ...(canPutRight(actor, puttingRight(actor, group, recorded, time))
      ? (['CORRECT', 'STRIKE'] as const)
      : []),
  ];
}
