import { z } from 'zod';
import { OPERATOR, POSTING, STATION, WORKER } from './example-ids.ts';
import { count, day, id, region, oneOf } from '../fields.ts';

export const PROGRAMME = 'prg_01900000-0000-7000-8000-000000000031';
const CLASS = 'cls_01900000-0000-7000-8000-000000000032';
const ENROLMENT = 'enr_01900000-0000-7000-8000-000000000033';
const CERTIFICATE = 'tct_01900000-0000-7000-8000-000000000034';

export const trainingKind = oneOf([
  'EXAM_PREP',
  'NGO_MGMT_STARTUP',
  'NGO_MGMT_GROWTH',
  'STATION_OPERATION',
  'PRE_JOB',
  'CONTINUING_EDUCATION',
  'THEMATIC',
]);

export const group = { classId: id('cls'), programmeId: id('prg'), kind: trainingKind, regionCode: region };
export const groupExample = { classId: CLASS, programmeId: PROGRAMME, kind: 'PRE_JOB', regionCode: '420581' };

export const timetable = {
  ...group,
  organiserAgencyId: id('agy').nullable(),
  seats: count,
  hours: count,
  startsOn: day,
  endsOn: day,
};
export const timetableExample = {
  ...groupExample,
  organiserAgencyId: OPERATOR,
  seats: 20,
  hours: 16,
  startsOn: '2026-03-10',
  endsOn: '2026-03-12',
};

/** The programme and the year of its class, in whose figures it counts; absent in events of before. */
const countedIn = { programmeId: id('prg').optional(), year: count.optional() };
const countedInExample = { programmeId: PROGRAMME, year: 2026 };

export const place = {
  enrolmentId: id('enr'),
  classId: id('cls'),
  workerId: id('wkr'),
  postingId: id('pst').nullable(),
  kind: trainingKind,
  regionCode: region,
  ...countedIn,
};
export const placeExample = {
  enrolmentId: ENROLMENT,
  classId: CLASS,
  workerId: WORKER,
  postingId: POSTING,
  kind: 'PRE_JOB',
  regionCode: '420581',
  ...countedInExample,
};

/** What a place was when it ended, so that sums over places can be kept from events alone. */
export const previous = oneOf(['OFFERED', 'WAITING', 'SEATED']);

export const result = oneOf(['PASSED', 'FAILED', 'ABSENT']);

export const session = {
  sessionId: id('ses'),
  classId: id('cls'),
  kind: trainingKind,
  regionCode: region,
  heldOn: day,
  hours: count,
};
export const sessionExample = {
  sessionId: 'ses_01900000-0000-7000-8000-000000000035',
  classId: CLASS,
  kind: 'PRE_JOB',
  regionCode: '420581',
  heldOn: '2026-03-10',
  hours: 4,
};

export const examOutcome = {
  outcomeId: id('exo'),
  enrolmentId: id('enr'),
  classId: id('cls'),
  workerId: id('wkr'),
  regionCode: region,
  examYear: count,
  level: oneOf(['ASSISTANT', 'SOCIAL_WORKER', 'SENIOR']),
  sat: z.boolean(),
  passed: z.boolean(),
};
export const examOutcomeExample = {
  outcomeId: 'exo_01900000-0000-7000-8000-000000000036',
  enrolmentId: ENROLMENT,
  classId: CLASS,
  workerId: WORKER,
  regionCode: '420581',
  examYear: 2026,
  level: 'ASSISTANT',
  sat: true,
  passed: true,
};

export const supervision = {
  supervisionId: id('sup'),
  stationId: id('sta'),
  regionCode: region,
  supervisorAgencyId: id('agy').nullable(),
  heldOn: day,
  hours: count,
};
export const supervisionExample = {
  supervisionId: 'sup_01900000-0000-7000-8000-000000000037',
  stationId: STATION,
  regionCode: '420581',
  supervisorAgencyId: null,
  heldOn: '2026-03-10',
  hours: 3,
};

/** Why a place ended by itself. */
export const lapseCause = oneOf([
  'CLASS_BEGAN',
  'CLASS_CANCELLED',
  'CLASS_MOVED',
  'OFFER_EXPIRED',
  'NOT_NEEDED',
]);

export const certificate = {
  certificateId: id('tct'),
  enrolmentId: id('enr'),
  workerId: id('wkr'),
  kind: trainingKind,
  regionCode: region,
  certificateNo: z.string(),
  ...countedIn,
};
export const certificateExample = {
  certificateId: CERTIFICATE,
  enrolmentId: ENROLMENT,
  workerId: WORKER,
  kind: 'PRE_JOB',
  regionCode: '420581',
  certificateNo: 'QS-420581-2026-000001',
  ...countedInExample,
};
