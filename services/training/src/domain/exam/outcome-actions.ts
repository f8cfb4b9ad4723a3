import { type Actor, canPutRight, type CorrectionTime, type PuttingRight } from '@qianshou/kernel';
import { canSpeakFor } from '../policy.ts';
import type { ExamOutcome } from './exam-outcome.ts';

export type ExamOutcomeAction = 'CORRECT' | 'STRIKE';

/** The worker's side and whoever trained them record it; the county oversees them. */
export function outcomePuttingRight(actor: Actor, outcome: ExamOutcome, time: CorrectionTime): PuttingRight {
  const { recorded, countyCode } = outcome;
  const mayRecord = canSpeakFor(actor, outcome) || recorded?.by === actor.subject;
  return { recorded, mayRecord, office: 'SOCIAL_WORKER', regions: [countyCode], ...time };
}

export function outcomeActions(
  actor: Actor,
  outcome: ExamOutcome,
  time: CorrectionTime,
): readonly ExamOutcomeAction[] {
  if (outcome.struck !== null || !canPutRight(actor, outcomePuttingRight(actor, outcome, time))) return [];
  return ['CORRECT', 'STRIKE'];
}
