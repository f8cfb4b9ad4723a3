import { addDays, type CalendarDate, daysBetween, laterOf } from '@qianshou/kernel';
import { addWorkingDays, type WorkingDeadline } from '../calendar/working-days.ts';
import { dayInFuture } from '../reference/errors.ts';
import { purchaseNotBefore } from './errors.ts';
import { awardOf, type PurchaseObjection, type PurchaseProject } from './purchase-project.ts';

/** FUN-6: Government Procurement Law Art. 46 (sign), Reg. Art. 50 (publish), Art. 47 (file), Art. 53 (answer). */
const SIGN_DAYS = 30;
const PUBLISH_WORKING_DAYS = 2;
const FILE_WORKING_DAYS = 7;
const ANSWER_WORKING_DAYS = 7;

/** By when the contract of an awarded purchase is signed; days on which an objection held it do not count. */
export function signBy(project: Pick<PurchaseProject, 'rounds' | 'objections'>): CalendarDate | null {
  const award = awardOf(project);
  if (award === null) return null;
  return addDays(award.awardedOn, SIGN_DAYS + heldAfter(award.awardedOn, project.objections));
}

/** A day on which two objections held it is one day. */
function heldAfter(awardedOn: CalendarDate, objections: readonly PurchaseObjection[]): number {
  let [held, counted] = [0, awardedOn];
  for (const { raisedOn, answer } of objections.toSorted((a, b) => a.raisedOn.localeCompare(b.raisedOn))) {
    if (answer === null || answer.on <= counted) continue;
    held += daysBetween(laterOf(raisedOn, counted), answer.on);
    counted = answer.on;
  }
  return held;
}

export function publishContractBy(signedOn: CalendarDate): WorkingDeadline {
  return addWorkingDays(signedOn, PUBLISH_WORKING_DAYS);
}

export function fileContractBy(signedOn: CalendarDate): WorkingDeadline {
  return addWorkingDays(signedOn, FILE_WORKING_DAYS);
}

export function answerBy({ raisedOn }: Pick<PurchaseObjection, 'raisedOn'>): WorkingDeadline {
  return addWorkingDays(raisedOn, ANSWER_WORKING_DAYS);
}

export interface DayBounds {
  readonly field: string;
  readonly day: CalendarDate;
  /** When the step before took place; null where there is none. */
  readonly earliest: CalendarDate | null;
  readonly today: CalendarDate;
}

/** A step takes place after the one before it, and no later than today. */
export function refuseOutOfOrder({ field, day, earliest, today }: DayBounds): void {
  if (day > today) throw dayInFuture({ field, day, today });
  if (earliest !== null && day < earliest) throw purchaseNotBefore({ field, day, earliest });
}
