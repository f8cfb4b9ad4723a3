import type { Change } from '@qianshou/kernel';
import type { Applicant } from '../domain/applicant.ts';
import {
  counting,
  type EnrolmentEvent,
  isListFull,
  type LiveEnrolment,
  type Place,
  type Roll,
} from '../domain/enrolment.ts';
import { type OpenClass, settleSeats } from '../domain/training-class.ts';
import type { Ports } from './ports.ts';

type Deps = Pick<Ports, 'classes' | 'enrolments' | 'clock' | 'newId'>;

/** `enrol` or `offer` of the domain. */
export type PlaceDecision = (
  group: OpenClass,
  applicant: Applicant,
  roll: Roll,
  place: Place,
) => Change<LiveEnrolment, EnrolmentEvent>;

export interface PlacesTaken {
  readonly group: OpenClass;
  readonly places: readonly LiveEnrolment[];
}

/** Places people one after the other, by priority, until the list is full; who is on it already is passed over. */
export async function takePlaces(
  { classes, enrolments, clock, newId }: Deps,
  group: OpenClass,
  applicants: readonly Applicant[],
  decide: PlaceDecision,
): Promise<PlacesTaken> {
  const places: LiveEnrolment[] = [];
  let roll: Roll = await enrolments.tallyOf(group.id);
  for (const applicant of applicants) {
    if (isListFull(roll)) break;
    if ((await enrolments.findLive(group.id, applicant.workerId)) !== null) continue;
    const place = { id: newId('enr'), at: clock.now() };
    const taken = await enrolments.save(decide(group, applicant, roll, place));
    roll = counting(roll, taken);
    places.push(taken);
  }
  return { group: await classes.save(settleSeats(group, roll.seated)), places };
}
