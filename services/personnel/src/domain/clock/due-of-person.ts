import { addDays, type CalendarDate } from '@qianshou/kernel';
import {
  type CreditedYear,
  registrationStanding,
  type RegistrationStanding,
} from '../registration/registration-period.ts';
import type { SocialWorker } from '../worker/social-worker.ts';
import type { Due, RegistrationStatus } from './person-clock.ts';

/** What is due of a person on a day, and when that changes without anybody doing anything. */
interface Wanted {
  readonly registration: RegistrationStatus;
  readonly dues: readonly Due[];
  readonly changesOn: readonly CalendarDate[];
}

/** Domain 6.5: the first registration, the next one, and the hours that it asks for. */
export function dueOfPerson(
  worker: SocialWorker,
  credited: readonly CreditedYear[],
  today: CalendarDate,
): Wanted {
  const standing = registrationStanding(worker, credited, today);
  return {
    registration: standing.status,
    dues: duesOf(standing),
    changesOn: changesOf(standing),
  };
}

function duesOf({ qualification, period, dueOn }: RegistrationStanding): readonly Due[] {
  if (qualification === null || dueOn === null) return [];
  const qualificationId = qualification.id;
  if (period === null) {
    const startedOn = qualification.obtainedOn;
    const first = { kind: 'FIRST_REGISTRATION', subjectId: qualificationId, startedOn, dueOn } as const;
    return [{ ...first, qualificationId, hoursMissing: null }];
  }
  const { registration, from: startedOn, hoursMissing } = period;
  const about = { subjectId: registration.id, startedOn, dueOn, qualificationId, hoursMissing };
  const renewal = { kind: 'REGISTRATION', ...about } as const;
  return hoursMissing === 0 ? [renewal] : [renewal, { ...about, kind: 'CE_HOURS' }];
}

/** Who could renew is asked for the hours from that day on; who is overdue is so from the day after. */
function changesOf({ period, dueOn }: RegistrationStanding): readonly CalendarDate[] {
  const over = dueOn === null ? [] : [addDays(dueOn, 1)];
  return period === null ? over : [period.renewableFrom, ...over];
}
