import { type CalendarDate, type Change, type Grounds, requireDifference } from '@qianshou/kernel';
import { classCorrectionImpossible, classNotCorrectable } from './class-errors.ts';
import { requirePossibleDays } from './class-limits.ts';
import { isAnnounced } from './class-changes.ts';
import type { ClassEvent, TrainingClass } from './class-state.ts';

export interface ClassCorrectionFacts extends Grounds {
  readonly today: CalendarDate;
  readonly heldOn: readonly CalendarDate[];
  readonly assessedOn: readonly CalendarDate[];
}

/** It was held on other days, or elsewhere: every session still lies within them, and no result before their end. */
export function correctClass(
  group: TrainingClass,
  corrected: Partial<Pick<TrainingClass, 'startsOn' | 'endsOn' | 'venue'>>,
  { reason, evidence, today, heldOn, assessedOn }: ClassCorrectionFacts,
): Change<TrainingClass, ClassEvent> {
  if (isAnnounced(group) || group.status === 'CANCELLED') throw classNotCorrectable({ status: group.status });
  requireDifference<TrainingClass>(group, corrected);
  const { startsOn, endsOn, venue, corrections = [] } = group;
  const right = { ...group, ...corrected };
  requirePossibleDays(right, today);
  const isOutside =
    right.startsOn > today ||
    heldOn.some((day) => day < right.startsOn || day > right.endsOn) ||
    assessedOn.some((day) => day < right.endsOn);
  if (isOutside) throw classCorrectionImpossible({ startsOn: right.startsOn, endsOn: right.endsOn });
  const before = { on: today, reason, evidence, startsOn, endsOn, venue };
  return {
    state: { ...right, corrections: [...corrections, before] },
    events: [{ type: 'class.corrected' }],
  };
}
