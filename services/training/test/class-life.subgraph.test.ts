import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { uuid, worker } from './builders.ts';
import {
  anOpenNationalClass,
  anOpenPreJobClass,
  change,
  hearOfDeadline,
  hearOfPosting,
  hearOfWorker,
  listOf,
  needsIn,
  planClass,
  projectOffice,
  published,
  type TrainingGraph,
  trainingGraph,
} from './under-test.ts';

let graph: TrainingGraph;

beforeEach(async () => {
  graph = await trainingGraph();
});
afterEach(() => graph.stop());

const statusesOf = async (classId: string) => (await listOf(graph, classId)).map(({ status }) => status);

describe('startTrainingClass', () => {
  it('begins with those who have a seat; who waited waits for the next class, with their time kept', async () => {
    const classId = await anOpenPreJobClass(graph, { capacity: 1 });
    await hearOfPosting(graph, 1);
    await hearOfPosting(graph, 2);

    const { payload } = await change(graph, 'startTrainingClass', { classId });

    expect(payload.trainingClass.status).toBe('IN_PROGRESS');
    expect(await statusesOf(classId)).toEqual(['SEATED', 'LAPSED']);
    expect(await needsIn(graph)).toEqual([`PRE_JOB ${worker(2)}`]);
    expect(await published(graph, 'lapsed')).toMatchObject([{ data: { previous: 'WAITING' } }]);
    expect(await published(graph, 'class-started')).toHaveLength(1);
  });

  it('lets an unanswered offer lapse, and offers the next class', async () => {
    await hearOfWorker(graph, 1);
    const classId = await anOpenNationalClass(graph);
    await hearOfDeadline(graph, 9);
    await change(graph, 'enrolWorker', { classId, workerId: worker(1) }, projectOffice);

    await change(graph, 'startTrainingClass', { classId }, projectOffice);
    const next = await anOpenNationalClass(graph);

    expect(await statusesOf(classId)).toEqual(['LAPSED', 'SEATED']);
    expect(await statusesOf(next)).toEqual(['OFFERED']);
  });

  it('is refused before its first day', async () => {
    await hearOfPosting(graph, 1);
    const classId = await anOpenPreJobClass(graph, { startsOn: '2026-03-21', endsOn: '2026-03-22' });

    expect((await change(graph, 'startTrainingClass', { classId })).code).toBe('TRAINING_CLASS_BEGINS_LATER');
  });

  it('is refused while it is only planned, and without participants', async () => {
    const planned = await anOpenPreJobClass(graph, { openAtOnce: false });
    const open = await anOpenPreJobClass(graph);
    const start = (classId: string) => change(graph, 'startTrainingClass', { classId });

    expect((await start(planned)).code).toBe('TRAINING_CLASS_NOT_OPEN');
    expect((await start(open)).code).toBe('TRAINING_CLASS_WITHOUT_PARTICIPANTS');
  });

  it('is refused with a stale version', async () => {
    const classId = await anOpenPreJobClass(graph);

    const { code, details } = await change(graph, 'startTrainingClass', { classId, expectedVersion: 1 });

    expect([code, details['currentVersion']]).toEqual(['VERSION_CONFLICT', 2]);
  });
});

describe('cancelTrainingClass', () => {
  it('gives everybody who was sent there back to the next class', async () => {
    const classId = await anOpenPreJobClass(graph, { capacity: 1 });
    await hearOfPosting(graph, 1);
    await hearOfPosting(graph, 2);

    const { payload } = await change(graph, 'cancelTrainingClass', { classId, reason: '讲师生病' });
    const next = await anOpenPreJobClass(graph);

    expect(payload.trainingClass.status).toBe('CANCELLED');
    expect(await statusesOf(classId)).toEqual(['LAPSED', 'LAPSED']);
    expect(await statusesOf(next)).toEqual(['SEATED', 'SEATED']);
    expect(await published(graph, 'class-cancelled')).toHaveLength(1);
  });

  it('is refused once the class has begun, and without a reason', async () => {
    await hearOfPosting(graph, 1);
    const classId = await anOpenPreJobClass(graph);
    const cancel = (reason: string) => change(graph, 'cancelTrainingClass', { classId, reason });

    expect((await cancel(' ')).code).toBe('BAD_USER_INPUT');
    await change(graph, 'startTrainingClass', { classId });
    expect((await cancel('讲师生病')).code).toBe('TRAINING_CLASS_NOT_CANCELLABLE');
  });
});

describe('closeTrainingClass', () => {
  it('closes a class whose results are all in', async () => {
    await hearOfPosting(graph, 1);
    const classId = await anOpenPreJobClass(graph);
    await change(graph, 'startTrainingClass', { classId });
    expect((await change(graph, 'closeTrainingClass', { classId })).code).toBe('TRAINING_CLASS_NOT_ASSESSED');

    const [place] = await listOf(graph, classId);
    await change(graph, 'assessEnrolment', { enrolmentId: place?.id, absent: true });
    const { payload } = await change(graph, 'closeTrainingClass', { classId });

    expect(payload.trainingClass.status).toBe('CLOSED');
    expect(await published(graph, 'class-closed')).toHaveLength(1);
  });

  it('is refused for an unknown class and an id of another kind', async () => {
    const close = (classId: unknown) => change(graph, 'closeTrainingClass', { classId });

    expect((await close(`cls_${uuid(404)}`)).code).toBe('TRAINING_CLASS_NOT_FOUND');
    expect((await close(worker(1))).code).toBe('BAD_USER_INPUT');
  });
});

describe('recordAttendance', () => {
  it('records the hours of several participants, and counts them when the result names none', async () => {
    await hearOfPosting(graph, 1);
    await hearOfPosting(graph, 2);
    const classId = await anOpenPreJobClass(graph);
    await change(graph, 'startTrainingClass', { classId });
    const list = await listOf(graph, classId);
    const attendances = list.map(({ id }, at) => ({ enrolmentId: id, attendedHours: 18 - at * 4 }));

    const recorded = await change(graph, 'recordAttendance', { classId, attendances });
    const again = await change(graph, 'recordAttendance', { classId, attendances });
    const results = list.map(({ id }) => ({ enrolmentId: id, score: 70 }));
    const assessed = await change(graph, 'assessClass', { classId, results });

    expect(recorded.payload.enrolments.map((each: { attendedHours: number }) => each.attendedHours)).toEqual([
      18, 14,
    ]);
    expect(again.payload.enrolments[0].version).toBe(recorded.payload.enrolments[0].version);
    expect(assessed.payload.enrolments.map((each: { status: string }) => each.status)).toEqual([
      'PASSED',
      'FAILED',
    ]);
    expect(await published(graph, 'attendance-recorded')).toHaveLength(2);
  });

  it('records nothing when one row cannot be true', async () => {
    await hearOfPosting(graph, 1);
    const classId = await anOpenPreJobClass(graph);
    const [place] = await listOf(graph, classId);
    const attend = (attendedHours: number) =>
      change(graph, 'recordAttendance', {
        classId,
        attendances: [{ enrolmentId: place?.id, attendedHours }],
      });

    expect((await attend(10)).code).toBe('TRAINING_CLASS_NOT_IN_PROGRESS');
    await change(graph, 'startTrainingClass', { classId });
    expect((await attend(21)).code).toBe('ENROLMENT_ATTENDANCE_BEYOND_HOURS');
    expect((await attend(-1)).code).toBe('BAD_USER_INPUT');
    expect(await published(graph, 'attendance-recorded')).toEqual([]);
  });
});

describe('announceProgramme', () => {
  const input = {
    code: 'YIDU_ELDERLY_CARE',
    kind: 'THEMATIC',
    name: '居家养老专题培训(演示)',
    organiser: '宜都市社会工作服务指导中心(演示)',
    audience: 'RESIDENTS',
  };

  it('TRA-3 announces with settings of its own, which its classes keep', async () => {
    const settings = { attendancePercent: 50, passScore: 40 };

    const { payload } = await change(graph, 'announceProgramme', { ...input, ...settings }, projectOffice);
    const thematic = { programmeCode: input.code, organiserAgencyId: null };
    const { data } = await planClass(graph, thematic, { ...projectOffice, grants: [{ role: 'ADMIN' }] });

    expect(payload.programme.passSettings).toEqual({ attendancePercent: 50, score: 40 });
    expect(data.planTrainingClass.trainingClass.passSettings).toEqual({ attendancePercent: 50, score: 40 });
  });

  it('is refused with a code that is taken, or is none', async () => {
    const announce = (code: string) => change(graph, 'announceProgramme', { ...input, code }, projectOffice);

    expect((await announce('EXAM_PREP')).code).toBe('PROGRAMME_CODE_TAKEN');
    expect((await announce('exam prep')).code).toBe('BAD_USER_INPUT');
  });

  it('finds the seeded programmes there, once, however often the service starts', async () => {
    await Promise.all([graph.prepare?.(), graph.prepare?.()]);

    const { data } = await graph.execute(
      '{ programmes { nodes { code organiser plannedHours } totalCount } }',
    );

    expect(data.programmes.totalCount).toBe(5);
    expect(data.programmes.nodes[0]).toEqual({
      code: 'EXAM_PREP',
      organiser: '中国社会工作联合会',
      plannedHours: null,
    });
    expect(await published(graph, 'programme-announced')).toHaveLength(5);
  });
});
