import { type Feed, gone, known, row, type Telling, type Told } from './telling.ts';

interface Qualified {
  readonly workerId: string;
  readonly level: string;
  readonly localResident?: boolean | undefined;
  readonly certified?: boolean | undefined;
}

/** Of before it was told whether the worker is certified: an obtained certificate certified at once. */
const qualified = (
  { workerId, level, localResident, certified = true }: Qualified,
  { alias }: Telling,
): Told =>
  row('worker', alias(workerId), known({ level: certified ? level : null, certified, localResident }));

interface Post {
  readonly postingId: string;
  readonly workerId: string;
  readonly stationId: string | null;
  readonly role: string;
  readonly countyCode: string;
}

const post = (
  { postingId, workerId, stationId, role, countyCode }: Post,
  { alias }: Telling,
  cells: NonNullable<Told['cells']>,
): Told => row('posting', postingId, { workerKey: alias(workerId), stationId, role, countyCode, ...cells });

const standing = (postingId: string, now: string): Told => row('posting', postingId, { standing: now });

interface Timetable {
  readonly classId: string;
  readonly kind: string;
  readonly regionCode: string;
  readonly organiserAgencyId: string | null;
  readonly seats: number;
  readonly hours: number;
  readonly startsOn: string;
  readonly endsOn: string;
}

function timetable(data: Timetable, cells: NonNullable<Told['cells']> = {}): Told {
  const { kind, regionCode, organiserAgencyId, seats, hours, startsOn, endsOn } = data;
  const told = { kind, regionCode, organiserAgencyId, seats, hours, startsOn, endsOn };
  return row('trainingClass', data.classId, { ...told, ...cells });
}

const ofClass = (classId: string, cells: NonNullable<Told['cells']>): Told =>
  row('trainingClass', classId, cells);

interface Place {
  readonly enrolmentId: string;
  readonly classId: string;
  readonly workerId: string;
  readonly kind: string;
  readonly regionCode: string;
}

const place = (data: Place, { alias }: Telling, cells: NonNullable<Told['cells']>): Told =>
  row('enrolment', data.enrolmentId, {
    classId: data.classId,
    workerKey: alias(data.workerId),
    kind: data.kind,
    regionCode: data.regionCode,
    ...cells,
  });

interface Outcome {
  readonly outcomeId: string;
  readonly workerId: string;
  readonly regionCode: string;
  readonly examYear: number;
  readonly level: string;
  readonly sat: boolean;
  readonly passed: boolean | null;
}

function outcome(data: Outcome, { alias }: Telling): Told {
  const { regionCode, examYear, level, sat, passed } = data;
  const workerKey = alias(data.workerId);
  return row('examOutcome', data.outcomeId, { workerKey, regionCode, examYear, level, sat, passed });
}

const away = (postingId: string, leaveFrom: string | null, leaveTo: string | null): Told =>
  row('posting', postingId, { leaveFrom, leaveTo });

export const personFeed: Feed = {
  'qianshou.personnel.worker-registered.v1': ({ workerId, countyCode, employerAgencyId }, { day, alias }) =>
    row('worker', alias(workerId), { countyCode, employerAgencyId, registeredOn: day, certified: false }),
  'qianshou.personnel.worker-county-changed.v1': ({ workerId, countyCode, employerAgencyId }, { alias }) =>
    row('worker', alias(workerId), { countyCode, employerAgencyId }),
  'qianshou.personnel.worker-employer-changed.v1': ({ workerId, countyCode, employerAgencyId }, { alias }) =>
    row('worker', alias(workerId), { countyCode, employerAgencyId }),
  'qianshou.personnel.qualification-obtained.v1': (data, telling) => qualified(data, telling),
  'qianshou.personnel.qualification-verified.v1': (data, telling) => qualified(data, telling),
  'qianshou.personnel.qualification-rejected.v1': (data, telling) => qualified(data, telling),
  'qianshou.personnel.qualification-revoked.v1': (data, telling) => qualified(data, telling),
  'qianshou.personnel.qualification-struck.v1': (data, telling) => qualified(data, telling),
  'qianshou.personnel.qualification-corrected.v1': (data, telling) => qualified(data, telling),
  'qianshou.personnel.posting-drafted.v1': (data, telling) =>
    post(data, telling, {
      status: 'DRAFTED',
      operatorAgencyId: data.operatorAgencyId,
      startsOn: data.startsOn,
    }),
  'qianshou.personnel.posting-proposed.v1': (data, telling) =>
    post(data, telling, {
      status: 'PROPOSED',
      operatorAgencyId: data.operatorAgencyId,
      startsOn: data.startsOn,
    }),
  'qianshou.personnel.posting-started.v1': (data, telling) =>
    post(data, telling, {
      status: 'ON_DUTY',
      startedOn: data.startedOn,
      ...known({ standing: data.standing }),
    }),
  'qianshou.personnel.posting-passed-over.v1': (data, telling) =>
    post(data, telling, { operatorAgencyId: data.operatorAgencyId }),
  'qianshou.personnel.posting-ended.v1': (data, telling) =>
    post(data, telling, { status: 'ENDED', endedOn: data.endedOn }),
  'qianshou.personnel.posting-resigned.v1': ({ postingId }) => row('posting', postingId, { resigned: true }),
  'qianshou.personnel.posting-leave-recorded.v1': (data) => away(data.postingId, data.from, data.to),
  'qianshou.personnel.posting-leave-corrected.v1': (data) => away(data.postingId, data.from, data.to),
  'qianshou.personnel.posting-leave-struck.v1': ({ postingId }) => away(postingId, null, null),
  'qianshou.personnel.posting-corrected.v1': ({ postingId, startedOn, endedOn }) =>
    row('posting', postingId, { startedOn, endedOn }),
  'qianshou.personnel.posting-struck.v1': ({ postingId }) => gone('posting', postingId),
  'qianshou.personnel.certificate-clock-started.v1': ({ postingId, deadline }) =>
    row('posting', postingId, { deadline }),
  'qianshou.personnel.certificate-clock-moved.v1': ({ postingId, deadline }) =>
    row('posting', postingId, { deadline }),
  'qianshou.personnel.certificate-deadline-near.v1': ({ postingId }) => standing(postingId, 'DEADLINE_NEAR'),
  'qianshou.personnel.certificate-overdue.v1': ({ postingId }) => standing(postingId, 'OVERDUE'),
  'qianshou.personnel.certificate-requirement-met.v1': ({ postingId }) => standing(postingId, 'CERTIFIED'),
  'qianshou.personnel.certificate-requirement-reopened.v1': ({ postingId }) =>
    standing(postingId, 'UNCERTIFIED'),
  'qianshou.training.class-planned.v1': (data) => timetable(data, { status: 'PLANNED' }),
  'qianshou.training.class-opened.v1': (data) => timetable(data, { status: 'OPEN' }),
  'qianshou.training.class-filled.v1': ({ classId }) => ofClass(classId, { status: 'FULL' }),
  'qianshou.training.class-reopened.v1': ({ classId }) => ofClass(classId, { status: 'OPEN' }),
  'qianshou.training.class-cancelled.v1': ({ classId }) => ofClass(classId, { status: 'CANCELLED' }),
  'qianshou.training.class-revised.v1': (data) => timetable(data),
  'qianshou.training.class-postponed.v1': (data) => timetable(data),
  'qianshou.training.class-corrected.v1': (data) => timetable(data),
  'qianshou.training.class-interrupted.v1': ({ classId }) => ofClass(classId, { status: 'INTERRUPTED' }),
  'qianshou.training.class-started.v1': ({ classId }) => ofClass(classId, { status: 'IN_PROGRESS' }),
  'qianshou.training.class-assessed.v1': ({ classId, passed, failed, absent }) =>
    ofClass(classId, { status: 'ASSESSED', passed, failed, absent }),
  'qianshou.training.class-results-awaited.v1': ({ classId }) => ofClass(classId, { status: 'IN_PROGRESS' }),
  'qianshou.training.class-closed.v1': ({ classId }) => ofClass(classId, { status: 'CLOSED' }),
  'qianshou.training.enrolled.v1': (data, telling) =>
    place(data, telling, { status: data.waiting ? 'WAITING' : 'SEATED', enrolledOn: telling.day }),
  'qianshou.training.seat-granted.v1': (data, telling) => place(data, telling, { status: 'SEATED' }),
  'qianshou.training.class-offered.v1': (data, telling) => place(data, telling, { status: 'OFFERED' }),
  'qianshou.training.attendance-recorded.v1': (data, telling) =>
    place(data, telling, { attendedHours: data.attendedHours }),
  'qianshou.training.passed.v1': (data, telling) =>
    place(data, telling, { status: 'PASSED', passedOn: data.passedOn }),
  'qianshou.training.failed.v1': (data, telling) => place(data, telling, { status: data.result }),
  'qianshou.training.withdrawn.v1': (data, telling) => place(data, telling, { status: 'WITHDRAWN' }),
  'qianshou.training.lapsed.v1': (data, telling) => place(data, telling, { status: 'LAPSED' }),
  'qianshou.training.interrupted.v1': (data, telling) => place(data, telling, { status: 'INTERRUPTED' }),
  'qianshou.training.result-struck.v1': (data, telling) =>
    place(data, telling, { status: 'SEATED', passedOn: null }),
  'qianshou.training.result-corrected.v1': (data, telling) => place(data, telling, { status: data.result }),
  'qianshou.training.make-up-held.v1': (data, telling) => place(data, telling, { status: data.outcome }),
  'qianshou.training.exam-outcome-recorded.v1': (data, telling) => outcome(data, telling),
  'qianshou.training.exam-outcome-corrected.v1': (data, telling) => outcome(data, telling),
  'qianshou.training.exam-outcome-struck.v1': ({ outcomeId }) => gone('examOutcome', outcomeId),
};
