import { definitionOf, type EventData } from '@qianshou/events';
import type { Actor } from '@qianshou/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { now, posting } from './builders.ts';
import {
  anOpenPreJobClass,
  bureau,
  change,
  hearOfPosting,
  listOf,
  needsIn,
  operator,
  otherOperator,
  published,
  statusOf,
  type TrainingGraph,
  trainingGraph,
} from './under-test.ts';

let graph: TrainingGraph;
let classId: string;
let today = now;
let ids: readonly string[];
const reason = '演示更正';

beforeAll(async () => {
  graph = await trainingGraph({ now: () => today });
  classId = await anOpenPreJobClass(graph, { capacity: 3 });
  for (const number of [1, 2, 3]) await hearOfPosting(graph, number);
  await change(graph, 'startTrainingClass', { classId });
  ids = (await listOf(graph, classId)).map(({ id }) => id);
});
afterAll(() => graph.stop());

const told = async (name: string) => (await published(graph, name)).map(({ data }) => data);

describe('a class by its sessions', () => {
  it('records what was held and who was there, and puts it right', async () => {
    const hold = (heldOn: string, hours: number) =>
      change(graph, 'recordTrainingSession', { classId, heldOn, hours, topic: '演示内容' });
    const first = (await hold('2026-03-10', 10)).payload.session.id as string;
    const second = (await hold('2026-03-11', 9)).payload.session.id as string;
    const there = (sessionId: string) =>
      change(graph, 'recordSessionAttendance', {
        sessionId,
        attendances: ids.map((enrolmentId) => ({ enrolmentId, presence: 'PRESENT' })),
      });
    await there(first);
    expect((await there(second)).payload.enrolments[0]).toMatchObject({ attendedHours: 19 });
    expect((await hold('2026-03-12', 2)).code).toBe('TRAINING_SESSION_BEYOND_CLASS_HOURS');
    const sums = [{ enrolmentId: ids[0], attendedHours: 5 }];
    const bySum = await change(graph, 'recordAttendance', { classId, attendances: sums });
    expect(bySum.code).toBe('TRAINING_ATTENDANCE_BY_SESSION');

    const absent = { sessionId: second, enrolmentId: ids[2], presence: 'ABSENT', reason };
    expect((await change(graph, 'correctSessionAttendance', absent)).payload.enrolment.attendedHours).toBe(
      10,
    );
    const longer = await change(graph, 'correctTrainingSession', { sessionId: second, hours: 10, reason });
    expect(longer.payload.session).toMatchObject({ hours: 10, corrections: [{ hours: 9 }] });

    const third = { classId, heldOn: '2026-03-12', hours: 1 };
    expect((await change(graph, 'recordTrainingSession', third)).code).toBe(
      'TRAINING_SESSION_BEYOND_CLASS_HOURS',
    );
    const others = await change(graph, 'strikeTrainingSession', { sessionId: first, reason }, otherOperator);
    expect(others.code).toBe('FORBIDDEN');
    const { data } = await graph.execute(
      `query ($id: ID!) { trainingClass(id: $id) { heldHours sessions { nodes { hours allowedActions } } } }`,
      { id: classId },
      bureau,
    );
    expect(data.trainingClass).toMatchObject({
      heldHours: 20,
      sessions: { nodes: [{ hours: 10, allowedActions: ['CORRECT', 'STRIKE'] }, { hours: 10 }] },
    });
    expect(await told('session-held')).toHaveLength(2);
  });
});

describe('TRA-3, TRA-6 results', () => {
  it('are corrected, struck and made up, with all that follows', async () => {
    const results = ids.map((enrolmentId, at) => ({ enrolmentId, score: at === 1 ? 40 : 80 }));
    expect((await change(graph, 'assessClass', { classId, results })).payload.enrolments).toMatchObject([
      { status: 'PASSED', attendedHours: 20 },
      { status: 'FAILED', attendedHours: 20 },
      { status: 'FAILED', attendedHours: 10 },
    ]);
    expect(await needsIn(graph)).toHaveLength(2);

    const makeUp = await change(graph, 'recordMakeUp', { enrolmentId: ids[1], score: 75 });
    expect(makeUp.payload.enrolment).toMatchObject({
      status: 'PASSED',
      certificate: { no: 'QS-420581-2026-000002', hours: 20 },
      allowedActions: ['CORRECT_RESULT', 'STRIKE_RESULT'],
    });
    expect(await needsIn(graph)).toHaveLength(1);

    const lower = { enrolmentId: ids[0], score: 30, reason };
    const corrected = await change(graph, 'correctResult', lower);
    expect(corrected.payload.enrolment).toMatchObject({
      status: 'FAILED',
      certificate: null,
      resultCorrections: [{ result: 'PASSED', score: 80 }],
    });
    expect(await told('certificate-cancelled')).toMatchObject([{ postingId: posting(1), hours: 20 }]);
    expect((await change(graph, 'correctResult', lower)).code).toBe('CORRECTED_TO_THE_SAME');
    const back = await change(graph, 'correctResult', { ...lower, score: 90 }, bureau);
    expect(back.payload.enrolment.certificate.no).toBe('QS-420581-2026-000003');

    const struck = await change(graph, 'strikeResult', { enrolmentId: ids[2], reason });
    expect(struck.payload.enrolment).toMatchObject({
      status: 'SEATED',
      score: null,
      struckResults: [{ result: 'FAILED' }],
    });
    expect([await statusOf(graph, classId), await needsIn(graph)]).toEqual(['IN_PROGRESS', []]);
    expect((await change(graph, 'strikeResult', { enrolmentId: ids[2], reason })).code).toBe(
      'ENROLMENT_WITHOUT_RESULT',
    );
  });

  it('show a genuine certificate to whoever holds the paper, and print it again', async () => {
    const [, , third] = await listOf(graph, classId);
    expect(third?.certificate).toBeNull();
    const [first] = await listOf(graph, classId);
    const certificateId = first?.certificate?.id;
    const printed = await change(graph, 'reprintTrainingCertificate', { certificateId, reason });
    const { no, check } = printed.payload.certificate;
    const ask = async (question: Record<string, unknown>) =>
      (
        await graph.execute(
          `query ($no: String!, $check: String!) {
            isTrainingCertificateGenuine(no: $no, check: $check) { genuine kind month }
          }`,
          question,
        )
      ).data.isTrainingCertificateGenuine;

    expect(printed.payload.certificate.reprints).toBe(1);
    expect(await ask({ no, check })).toEqual({ genuine: true, kind: 'PRE_JOB', month: '2026-03' });
    const unknown = { genuine: false, kind: null, month: null };
    expect(await ask({ no, check: '000000000000' })).toEqual(unknown);
    expect(await ask({ no: 'QS-420581-2026-000009', check })).toEqual(unknown);

    await change(graph, 'cancelTrainingCertificate', { certificateId, reason });
    expect(await ask({ no, check })).toEqual(unknown);
    const late = await change(graph, 'correctResult', { enrolmentId: first?.id, score: 70, reason });
    expect(late.code).toBe('ENROLMENT_CERTIFICATE_CANCELLED');
    expect((await change(graph, 'reprintTrainingCertificate', { certificateId, reason })).code).toBe(
      'TRAINING_CERTIFICATE_ALREADY_CANCELLED',
    );
  });

  it('keep the days of their class when those were recorded wrongly', async () => {
    const correct = (days: Record<string, unknown>) =>
      change(graph, 'correctTrainingClass', { classId, reason, ...days });

    expect((await correct({ startsOn: '2026-03-11' })).code).toBe('TRAINING_CLASS_CORRECTION_IMPOSSIBLE');
    expect((await correct({ startsOn: '2026-03-09' })).errors).toEqual([]);
    expect(await told('class-corrected')).toMatchObject([{ startsOn: '2026-03-09' }]);
  });

  it('are put right by who recorded them as long as the policy of the county says', async () => {
    const correct = (venue: string, actor?: Actor) =>
      change(graph, 'correctTrainingClass', { classId, reason, venue }, actor);
    const actions = async () => {
      const query = 'query ($id: ID!) { trainingClass(id: $id) { allowedActions } }';
      return (await graph.execute(query, { id: classId }, operator)).data.trainingClass.allowedActions;
    };
    expect((await correct('演示一室')).errors).toEqual([]);
    const { example } = definitionOf('qianshou.station.policy-adopted.v1') ?? {};
    const policy = example as EventData<'qianshou.station.policy-adopted.v1'>;

    today = new Date('2026-03-23T02:00:00Z');
    await graph.hear('qianshou.station.policy-adopted.v1', { ...policy, correctionDays: 1 });

    const late = await correct('演示二室');
    expect([late.code, late.details]).toMatchObject(['RECORDED_BY_OTHERS', { days: 1 }]);
    expect(await actions()).not.toContain('CORRECT');
    expect((await correct('演示二室', bureau)).errors).toEqual([]);
  });
});
