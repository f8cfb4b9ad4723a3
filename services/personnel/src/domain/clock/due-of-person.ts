import { addDays, type CalendarDate } from '@qianshou/kernel';
import {
  type CreditedYear,
  registrationStanding,
  type RegistrationStanding,
} from '../registration/registration-period.ts';
import { examProgress } from '../exam/exam-progress.ts';
import { examCalendarOf } from '../worker/exam-calendar.ts';
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
    dues: [...duesOf(standing), ...seniorProof(worker, today)],
    changesOn: changesOf(standing),
  };
}

/** Domain 6.4: who passed the senior exam shows it at the review within three years, until the certificate is issued. */
function seniorProof(worker: SocialWorker, today: CalendarDate): readonly Due[] {
  return examProgress(worker, today).flatMap(
    ({ level, completedIn, certificateHeld, proofValidUntil: dueOn }) => {
      if (completedIn === null || dueOn === null || certificateHeld) return [];
      const paper = worker.examAttempts.find(
        (each) => each.level === level && each.examYear === completedIn && each.struck === null,
      );
      const startedOn = examCalendarOf(completedIn).resultsOn;
      const about = { subjectId: paper?.id ?? worker.id, qualificationId: null, hoursMissing: null };
      return [{ kind: 'SENIOR_PROOF', ...about, startedOn, dueOn } as const];
    },
  );
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
