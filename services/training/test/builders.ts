import { type CalendarDate, type Change, NATION, publicText, type RegionCode } from '@qianshou/kernel';
import type { Applicant } from '../src/domain/class/applicant.ts';
import { enrol, type Roll } from '../src/domain/class/enrolment.ts';
import type { SeatedEnrolment, WaitingEnrolment } from '../src/domain/class/enrolment-state.ts';
import { agencyId, classId, enrolmentId, postingId, programmeId, workerId } from '../src/domain/ids.ts';
import {
  DEFAULT_PASS_SETTINGS,
  type Programme,
  type TrainingKind,
} from '../src/domain/programme/programme.ts';
import type { ClassInProgress, OpenClass } from '../src/domain/class/class-state.ts';
import { type ClassPlan, openClass, planClass, startClass } from '../src/domain/class/training-class.ts';

/** A readable, literal id: the last digits tell one from another. */
export function uuid(number: number): string {
  return `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

export const now = new Date('2026-03-20T02:00:00Z');
export const YIDU = '420581' as RegionCode;
export const OPERATOR = agencyId(`agy_${uuid(1)}`);
export const OTHER_OPERATOR = agencyId(`agy_${uuid(2)}`);
export const CLASS = classId(`cls_${uuid(32)}`);
export const EMPTY: Roll = { offered: 0, waiting: 0, seated: 0 };

export const worker = (number: number) => workerId(`wkr_${uuid(number)}`);
export const posting = (number: number) => postingId(`pst_${uuid(number)}`);
export const enrolment = (number: number) => enrolmentId(`enr_${uuid(number)}`);

export function aProgramme(kind: TrainingKind = 'PRE_JOB'): Programme {
  return {
    id: programmeId(`prg_${uuid(31)}`),
    version: 1,
    code: kind,
    kind,
    name: publicText('岗前培训', 'name'),
    englishName: null,
    organiser: publicText('承接机构', 'organiser'),
    audience: 'RESIDENTS',
    plannedHours: null,
    passSettings: DEFAULT_PASS_SETTINGS,
    source: null,
    announcedAt: now,
  };
}

export function aPlan(plan: Partial<ClassPlan> = {}): ClassPlan {
  return {
    id: CLASS,
    regionCode: YIDU,
    organiserAgencyId: OPERATOR,
    delivery: 'ONSITE',
    venue: null,
    startsOn: '2026-03-10' as CalendarDate,
    endsOn: '2026-03-12' as CalendarDate,
    hours: 20,
    capacity: 2,
    ...plan,
  };
}

export function anOpenClass(plan: Partial<ClassPlan> = {}): OpenClass {
  return saved(openClass(saved(planClass(aProgramme(), aPlan(plan), now)), now));
}

export function anOpenExamClass(plan: Partial<ClassPlan> = {}): OpenClass {
  const national = aPlan({ organiserAgencyId: null, regionCode: NATION, ...plan });
  return saved(openClass(saved(planClass(aProgramme('EXAM_PREP'), national, now)), now));
}

export function aClassInProgress(plan: Partial<ClassPlan> = {}): ClassInProgress {
  return saved(startClass(anOpenClass(plan), 1, now));
}

export function anApplicant(number: number, applicant: Partial<Applicant> = {}): Applicant {
  return {
    workerId: worker(number),
    postingId: posting(number),
    source: 'POSTING',
    countyCode: YIDU,
    employerAgencyId: OPERATOR,
    needAgencyId: OPERATOR,
    certifiedLocal: false,
    deadline: null,
    waitingSince: now,
    concerns: [],
    ...applicant,
  };
}

export function aSeat(number: number, applicant: Partial<Applicant> = {}): SeatedEnrolment {
  const place = { id: enrolment(number), at: now };
  const taken = saved(enrol(anOpenClass(), anApplicant(number, applicant), EMPTY, place));
  if (taken.status !== 'SEATED') throw new Error('the class of the builder has seats');
  return taken;
}

export function aWaitingPlace(number: number, applicant: Partial<Applicant> = {}): WaitingEnrolment {
  const place = { id: enrolment(number), at: now };
  const taken = saved(enrol(anOpenClass(), anApplicant(number, applicant), { ...EMPTY, seated: 2 }, place));
  if (taken.status !== 'WAITING') throw new Error('the class of the builder is full');
  return taken;
}

/** As a repository would answer: the state with its new version. */
export function saved<State extends { readonly version: number }, Event>({
  state,
  events,
}: Change<State, Event>): State {
  return { ...state, version: state.version + events.length };
}
