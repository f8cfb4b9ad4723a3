import { isWithin } from '@qianshou/kernel';
import { classReplacementUnfit } from './class-errors.ts';
import type { OpenClass, TrainingClass } from './class-state.ts';

/** The class that takes over the people of another: open, of the same kind, for all of them. */
export function requireReplacement(group: TrainingClass, other: TrainingClass): OpenClass {
  const isOpen = other.status === 'OPEN' || other.status === 'FULL';
  if (isOpen && fits(group, other)) return other;
  throw classReplacementUnfit();
}

/** What a class that is planned takes the place of is over, and was for no more than its people. */
export function requireReplaced(
  replaced: TrainingClass,
  planned: Pick<TrainingClass, 'id' | 'kind' | 'regionCode' | 'organiserAgencyId'>,
): void {
  const isOver = replaced.status === 'CANCELLED' || replaced.status === 'INTERRUPTED';
  if (!isOver || !fits(replaced, planned)) throw classReplacementUnfit();
}

function fits(
  group: TrainingClass,
  other: Pick<TrainingClass, 'id' | 'kind' | 'regionCode' | 'organiserAgencyId'>,
): boolean {
  return (
    other.id !== group.id &&
    other.kind === group.kind &&
    other.organiserAgencyId === group.organiserAgencyId &&
    isWithin(group.regionCode, other.regionCode)
  );
}
