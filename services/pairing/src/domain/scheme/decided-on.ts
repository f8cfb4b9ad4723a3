import { badInput, type CalendarDate } from '@qianshou/kernel';

/** A paper that changes a scheme was decided before it is entered. */
export function refuseUndecided(decidedOn: CalendarDate | null, today: CalendarDate): void {
  if (decidedOn === null || decidedOn <= today) return;
  throw badInput({ field: 'decidedOn', reason: { en: 'lies in the future', zh: '不得晚于今天' } });
}
