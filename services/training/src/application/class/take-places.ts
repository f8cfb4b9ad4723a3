import type { Change } from '@qianshou/kernel';
import type { Applicant } from '../../domain/class/applicant.ts';
import { counting, type Place, type Roll } from '../../domain/class/enrolment.ts';
import type { EnrolmentEvent, LiveEnrolment } from '../../domain/class/enrolment-state.ts';
import type { OpenClass } from '../../domain/class/class-state.ts';
import { settleSeats } from '../../domain/class/training-class.ts';
import type { Ports } from '../ports.ts';

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

export interface Placing {
  readonly decide: PlaceDecision;
  readonly isFull: (roll: Roll, group: OpenClass) => boolean;
}

/** Places people by priority until there is no room; who is on the list already is passed over. Saved all at once. */
export async function takePlaces(
  { classes, enrolments, clock, newId }: Deps,
  group: OpenClass,
  applicants: readonly Applicant[],
  { decide, isFull }: Placing,
): Promise<PlacesTaken> {
  if (applicants.length === 0) return { group, places: [] };
  let roll: Roll = await enrolments.tallyOf(group.id);
  if (isFull(roll, group)) return { group, places: [] };
  const asked = applicants.map(({ workerId }) => workerId);
  const present = new Set(await enrolments.listedAmong(group.id, asked));
  const changes: Change<LiveEnrolment, EnrolmentEvent>[] = [];
  for (const applicant of applicants) {
    if (isFull(roll, group)) break;
    if (present.has(applicant.workerId)) continue;
    const change = decide(group, applicant, roll, { id: newId('enr'), at: clock.now() });
    present.add(applicant.workerId);
    roll = counting(roll, change.state);
    changes.push(change);
  }
  const places = (await enrolments.saveMany(changes)) as readonly LiveEnrolment[];
  return { group: await classes.save(settleSeats(group, roll.seated)), places };
}
