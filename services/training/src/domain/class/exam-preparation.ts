import { yearOf } from '@qianshou/kernel';
import { isLive } from './enrolment.ts';
import type { Enrolment } from './enrolment-state.ts';

/** TRA-5: a class that was passed prepared for the exam of its year; whoever failed that is offered one for the next. */
export function preparesFor(place: Enrolment, examYear: number): boolean {
  if (place.kind !== 'EXAM_PREP') return false;
  return isLive(place) || (place.status === 'PASSED' && yearOf(place.assessedOn) >= examYear);
}
