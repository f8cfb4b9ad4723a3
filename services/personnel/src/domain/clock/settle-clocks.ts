import { type CalendarDate, type Change, daysBetween, laterOf } from '@qianshou/kernel';
import type { ClocksId } from '../ids.ts';
import type { CreditedYear } from '../registration/registration-period.ts';
import type { SocialWorker } from '../worker/social-worker.ts';
import type { ClockEvent } from './clock-events.ts';
import { dueOfPerson } from './due-of-person.ts';
import {
  type Due,
  nextReview,
  type PersonClock,
  type PersonClocks,
  sameClock,
  warningDue,
} from './person-clock.ts';

type Settled = Change<PersonClocks, ClockEvent>;

export function noClocks(id: ClocksId, worker: SocialWorker, today: CalendarDate): PersonClocks {
  const { id: workerId, countyCode, employerAgencyId } = worker;
  return {
    id,
    version: 0,
    workerId,
    countyCode,
    employerAgencyId,
    registration: 'NOT_REQUIRED',
    clocks: [],
    asOf: today,
    reviewFrom: null,
  };
}

/**
 * Brings the clocks of a person up to what is due of them on a day: new ones start, met ones end, moved ones begin their
 * warnings anew, and each says what the day makes of it. A day before the last one changes nothing by itself.
 */
export function settle(
  before: PersonClocks,
  worker: SocialWorker,
  { credited, today }: { readonly credited: readonly CreditedYear[]; readonly today: CalendarDate },
): Settled {
  const asOf = laterOf(today, before.asOf);
  const wanted = dueOfPerson(worker, credited, asOf);
  const about = { workerId: worker.id, countyCode: worker.countyCode };
  const relocated =
    before.countyCode !== worker.countyCode || before.employerAgencyId !== worker.employerAgencyId;
  const events: ClockEvent[] = before.clocks
    .filter((clock) => !wanted.dues.some((due) => sameClock(due, clock)))
    .map((clock) => ({ type: 'clock.met', ...about, ...dueOf(clock) }));
  const clocks = wanted.dues.map((due) => {
    const known = before.clocks.find((clock) => sameClock(clock, due));
    const begun = begin(known, due);
    if (known === undefined) events.push({ type: 'clock.started', ...about, ...due });
    else if (relocated || begun !== known) events.push({ type: 'clock.moved', ...about, ...due });
    const pressed = press({ ...begun, ...due }, asOf);
    events.push(...pressed.said.map((said) => ({ ...said, ...about, ...due })));
    return pressed.clock;
  });
  const registration = wanted.registration;
  if (registration !== before.registration) {
    events.push({
      type: 'registration.standing-changed',
      ...about,
      standing: registration,
      before: before.registration,
    });
  }
  const { countyCode, employerAgencyId } = worker;
  const reviewFrom = earliest([...clocks.map(nextReview), ...wanted.changesOn], asOf);
  return {
    state: { ...before, countyCode, employerAgencyId, registration, clocks, asOf, reviewFrom },
    events,
  };
}

function begin(known: PersonClock | undefined, due: Due): PersonClock {
  if (known?.dueOn === due.dueOn && known.startedOn === due.startedOn) return known;
  return { ...due, standing: 'RUNNING', warnedAt: null };
}

type Said =
  | { readonly type: 'clock.overdue' }
  | { readonly type: 'clock.near'; readonly daysLeft: number; readonly threshold: number };

function press(
  clock: PersonClock,
  today: CalendarDate,
): { readonly clock: PersonClock; readonly said: readonly Said[] } {
  if (today > clock.dueOn) {
    if (clock.standing === 'OVERDUE') return { clock, said: [] };
    return { clock: { ...clock, standing: 'OVERDUE' }, said: [{ type: 'clock.overdue' }] };
  }
  const threshold = warningDue(clock, today);
  if (threshold === null) return { clock, said: [] };
  const daysLeft = daysBetween(today, clock.dueOn);
  return {
    clock: { ...clock, standing: 'NEAR', warnedAt: threshold },
    said: [{ type: 'clock.near', daysLeft, threshold }],
  };
}

function dueOf({ standing: _standing, warnedAt: _warnedAt, ...due }: PersonClock): Due {
  return due;
}

/** What lies behind has been said. */
function earliest(days: readonly (CalendarDate | null)[], today: CalendarDate): CalendarDate | null {
  const ahead = days.flatMap((day) => (day !== null && day > today ? [day] : []));
  return ahead.toSorted((a, b) => (a < b ? -1 : 1))[0] ?? null;
}
