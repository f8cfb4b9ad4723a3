import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { OPERATOR, POSTING, WORKER } from './example-ids.ts';
import { count, day, id, region, oneOf } from '../fields.ts';

const PROGRAMME = 'prg_01900000-0000-7000-8000-000000000031';
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

const group = { classId: id('cls'), programmeId: id('prg'), kind: trainingKind, regionCode: region };
const groupExample = { classId: CLASS, programmeId: PROGRAMME, kind: 'PRE_JOB', regionCode: '420581' };

const timetable = {
  ...group,
  organiserAgencyId: id('agy').nullable(),
  seats: count,
  hours: count,
  startsOn: day,
  endsOn: day,
};
const timetableExample = {
  ...groupExample,
  organiserAgencyId: OPERATOR,
  seats: 20,
  hours: 16,
  startsOn: '2026-03-10',
  endsOn: '2026-03-12',
};

const place = {
  enrolmentId: id('enr'),
  classId: id('cls'),
  workerId: id('wkr'),
  postingId: id('pst').nullable(),
  kind: trainingKind,
  regionCode: region,
};
const placeExample = {
  enrolmentId: ENROLMENT,
  classId: CLASS,
  workerId: WORKER,
  postingId: POSTING,
  kind: 'PRE_JOB',
  regionCode: '420581',
};

/** What a place was when it ended, so that sums over places can be kept from events alone. */
const previous = oneOf(['OFFERED', 'WAITING', 'SEATED']);

const certificate = {
  certificateId: id('tct'),
  enrolmentId: id('enr'),
  workerId: id('wkr'),
  kind: trainingKind,
  regionCode: region,
  certificateNo: z.string(),
};
const certificateExample = {
  certificateId: CERTIFICATE,
  enrolmentId: ENROLMENT,
  workerId: WORKER,
  kind: 'PRE_JOB',
  regionCode: '420581',
  certificateNo: 'QS-420581-2026-000001',
};

export const trainingEvents = [
  defineEvent({
    type: 'qianshou.training.programme-announced.v1',
    aggregate: 'programme',
    about: { en: 'A training programme was announced.', zh: '培训项目发布' },
    data: z.object({ programmeId: id('prg'), kind: trainingKind, plannedHours: count.nullable() }),
    example: { programmeId: PROGRAMME, kind: 'EXAM_PREP', plannedHours: null },
  }),
  defineEvent({
    type: 'qianshou.training.class-planned.v1',
    aggregate: 'class',
    about: { en: 'A class was planned; nobody can enrol yet.', zh: '班次立项' },
    data: z.object(timetable),
    example: timetableExample,
  }),
  defineEvent({
    type: 'qianshou.training.class-opened.v1',
    aggregate: 'class',
    about: { en: 'A class opened for enrolment.', zh: '班次开放报名' },
    data: z.object(timetable),
    example: timetableExample,
  }),
  defineEvent({
    type: 'qianshou.training.class-filled.v1',
    aggregate: 'class',
    about: { en: 'The last seat of a class was taken; who comes now waits.', zh: '班次满员' },
    data: z.object(group),
    example: groupExample,
  }),
  defineEvent({
    type: 'qianshou.training.class-reopened.v1',
    aggregate: 'class',
    about: { en: 'A seat of a full class became free and nobody waited for it.', zh: '班次恢复报名' },
    data: z.object(group),
    example: groupExample,
  }),
  defineEvent({
    type: 'qianshou.training.class-cancelled.v1',
    aggregate: 'class',
    about: { en: 'A class was cancelled before it began; its places lapsed.', zh: '班次取消' },
    data: z.object(group),
    example: groupExample,
  }),
  defineEvent({
    type: 'qianshou.training.class-started.v1',
    aggregate: 'class',
    about: { en: 'A class began.', zh: '开班' },
    data: z.object(group),
    example: groupExample,
  }),
  defineEvent({
    type: 'qianshou.training.class-assessed.v1',
    aggregate: 'class',
    about: { en: 'All results of a class are in.', zh: '班次考核完成' },
    data: z.object({ ...group, passed: count, failed: count, absent: count }),
    example: { ...groupExample, passed: 9, failed: 1, absent: 0 },
  }),
  defineEvent({
    type: 'qianshou.training.class-closed.v1',
    aggregate: 'class',
    about: { en: 'A class was closed.', zh: '班次结束' },
    data: z.object(group),
    example: groupExample,
  }),
  defineEvent({
    type: 'qianshou.training.enrolled.v1',
    aggregate: 'enrolment',
    about: { en: 'A worker has a seat in a class, or a place on its waiting list.', zh: '报名(含候补)' },
    data: z.object({ ...place, waiting: z.boolean() }),
    example: { ...placeExample, waiting: false },
  }),
  defineEvent({
    type: 'qianshou.training.seat-granted.v1',
    aggregate: 'enrolment',
    about: { en: 'A worker moved from the waiting list to a seat.', zh: '候补转正' },
    data: z.object(place),
    example: placeExample,
  }),
  defineEvent({
    type: 'qianshou.training.class-offered.v1',
    aggregate: 'enrolment',
    about: { en: 'A worker whose deadline is near was offered a class.', zh: '推荐考前培训班' },
    data: z.object(place),
    example: { ...placeExample, kind: 'EXAM_PREP' },
  }),
  defineEvent({
    type: 'qianshou.training.attendance-recorded.v1',
    aggregate: 'enrolment',
    about: { en: 'Hours of attendance were recorded.', zh: '出勤登记' },
    data: z.object({ ...place, attendedHours: count }),
    example: { ...placeExample, attendedHours: 16 },
  }),
  defineEvent({
    type: 'qianshou.training.passed.v1',
    aggregate: 'enrolment',
    about: { en: 'A worker passed a training and got a certificate of completion.', zh: '培训合格' },
    data: z.object({ ...place, hours: count, certificateNo: z.string(), passedOn: day }),
    example: { ...placeExample, hours: 16, certificateNo: 'QS-420581-2026-000001', passedOn: '2026-03-12' },
  }),
  defineEvent({
    type: 'qianshou.training.failed.v1',
    aggregate: 'enrolment',
    about: { en: 'A worker failed a training or was absent.', zh: '培训不合格或缺勤' },
    data: z.object({ ...place, result: oneOf(['FAILED', 'ABSENT']) }),
    example: { ...placeExample, result: 'FAILED' },
  }),
  defineEvent({
    type: 'qianshou.training.withdrawn.v1',
    aggregate: 'enrolment',
    about: { en: "A place was given up by the worker's side.", zh: '退出报名' },
    data: z.object({ ...place, previous }),
    example: { ...placeExample, previous: 'SEATED' },
  }),
  defineEvent({
    type: 'qianshou.training.lapsed.v1',
    aggregate: 'enrolment',
    about: { en: 'The class began or was cancelled without this place.', zh: '报名失效' },
    data: z.object({ ...place, previous }),
    example: { ...placeExample, previous: 'WAITING' },
  }),
  defineEvent({
    type: 'qianshou.training.certificate-issued.v1',
    aggregate: 'certificate',
    about: { en: 'A certificate of completion was issued.', zh: '颁发结业证书' },
    data: z.object({ ...certificate, hours: count, issuedOn: day }),
    example: { ...certificateExample, hours: 16, issuedOn: '2026-03-12' },
  }),
  defineEvent({
    type: 'qianshou.training.certificate-cancelled.v1',
    aggregate: 'certificate',
    about: {
      en: 'A certificate of completion was cancelled; its number is never used again.',
      zh: '注销结业证书',
    },
    data: z.object({
      ...certificate,
      postingId: id('pst').nullable().optional(),
      hours: count.optional(),
    }),
    example: { ...certificateExample, postingId: null, hours: 16 },
  }),
] as const;
