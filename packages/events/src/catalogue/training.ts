import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { count, day, id, region } from '../fields.ts';

const PROGRAMME = 'prg_01900000-0000-7000-8000-000000000031';
const CLASS = 'cls_01900000-0000-7000-8000-000000000032';
const ENROLMENT = 'enr_01900000-0000-7000-8000-000000000033';
const WORKER = 'wkr_01900000-0000-7000-8000-000000000021';
const POSTING = 'pst_01900000-0000-7000-8000-000000000023';
const OPERATOR = 'agy_01900000-0000-7000-8000-000000000001';

export const trainingKind = z.enum([
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

export const trainingEvents = [
  defineEvent({
    type: 'qianshou.training.programme-announced.v1',
    aggregate: 'programme',
    about: { en: 'A training programme was announced.', zh: '培训项目发布' },
    data: z.object({ programmeId: id('prg'), kind: trainingKind, plannedHours: count.nullable() }),
    example: { programmeId: PROGRAMME, kind: 'EXAM_PREP', plannedHours: null },
  }),
  defineEvent({
    type: 'qianshou.training.class-opened.v1',
    aggregate: 'class',
    about: { en: 'A class opened for enrolment.', zh: '班次开放报名' },
    data: z.object({
      ...group,
      organiserAgencyId: id('agy').nullable(),
      seats: count,
      hours: count,
      startsOn: day,
      endsOn: day,
    }),
    example: {
      ...groupExample,
      organiserAgencyId: OPERATOR,
      seats: 20,
      hours: 16,
      startsOn: '2026-03-10',
      endsOn: '2026-03-12',
    },
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
    data: z.object({ ...place, result: z.enum(['FAILED', 'ABSENT']) }),
    example: { ...placeExample, result: 'FAILED' },
  }),
] as const;
