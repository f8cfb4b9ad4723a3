import type { Change } from '@qianshou/kernel';
import type { Applicant } from '../domain/applicant.ts';
import {
  counting,
  type EnrolmentEvent,
  isListFull,
  LIVE,
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

/** Places people by priority until the list is full; who is on it already is passed over. Saved all at once. */
export async function takePlaces(
  { classes, enrolments, clock, newId }: Deps,
  group: OpenClass,
  applicants: readonly Applicant[],
  decide: PlaceDecision,
): Promise<PlacesTaken> {
  const listed = applicants.length === 0 ? [] : await enrolments.listOfClass(group.id, LIVE);
  const present = new Set(listed.map(({ workerId }) => workerId));
  const changes: Change<LiveEnrolment, EnrolmentEvent>[] = [];
  let roll: Roll = await enrolments.tallyOf(group.id);
  for (const applicant of applicants) {
    if (isListFull(roll)) break;
    if (present.has(applicant.workerId)) continue;
    const change = decide(group, applicant, roll, { id: newId('enr'), at: clock.now() });
    present.add(applicant.workerId);
    roll = counting(roll, change.state);
    changes.push(change);
  }
  const places = (await enrolments.saveMany(changes)) as readonly LiveEnrolment[];
  return { group: await classes.save(settleSeats(group, roll.seated)), places };
}
