import { type Actor, type CalendarDate, canPutRight, type PuttingRight } from '@qianshou/kernel';
import { canSpeakFor } from '../policy.ts';
import type { ExamOutcome } from './exam-outcome.ts';

export type ExamOutcomeAction = 'CORRECT' | 'STRIKE';

/** The worker's side and whoever trained them record it; the county oversees them. */
export function outcomePuttingRight(actor: Actor, outcome: ExamOutcome, today: CalendarDate): PuttingRight {
  const { recorded, countyCode } = outcome;
  const mayRecord = canSpeakFor(actor, outcome) || recorded?.by === actor.subject;
  return { recorded, mayRecord, office: 'SOCIAL_WORKER', regions: [countyCode], today };
}

export function outcomeActions(
  actor: Actor,
  outcome: ExamOutcome,
  today: CalendarDate,
): readonly ExamOutcomeAction[] {
  if (outcome.struck !== null || !canPutRight(actor, outcomePuttingRight(actor, outcome, today))) return [];
  return ['CORRECT', 'STRIKE'];
}
