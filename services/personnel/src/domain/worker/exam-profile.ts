import type { CalendarDate } from '@qianshou/kernel';
import type { ExamProfile } from './exam-eligibility.ts';
import { isHeld, type Qualification } from './qualification.ts';
import { studiedAndServed } from './life-fact.ts';
import type { SocialWorker } from './social-worker.ts';

/** What the exam's conditions read; `servingSince` stands in where social work began with the present post. */
export function examProfile(worker: SocialWorker, servingSince: CalendarDate | null): ExamProfile {
  const { education } = worker;
  return {
    educationLevel: education.level,
    major: education.major,
    fullTimeDegree: education.fullTime,
    graduatedOn: education.graduatedOn,
    socialWorkSince: worker.socialWorkSince ?? servingSince,
    priorSocialWorkMonths: worker.priorSocialWorkMonths,
    ...studiedAndServed(worker),
    assistantSince: earliest(worker, (each) => each.level === 'ASSISTANT'),
    socialWorkerSince: earliest(worker, (each) => each.level === 'SOCIAL_WORKER' && each.byExam),
  };
}

function earliest(
  { qualifications }: SocialWorker,
  counts: (qualification: Qualification) => boolean,
): CalendarDate | null {
  return (
    qualifications
      .filter((each) => isHeld(each) && counts(each))
      .map((each) => each.obtainedOn)
      .toSorted()[0] ?? null
  );
}
