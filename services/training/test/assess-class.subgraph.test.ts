import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OPERATOR, posting, uuid, worker } from './builders.ts';
import {
  anOpenPreJobClass,
  change,
  hearOfPosting,
  type ListedEnrolment,
  listOf,
  needsIn,
  published,
  statusOf,
  type TrainingGraph,
  trainingGraph,
} from './under-test.ts';

let graph: TrainingGraph;

beforeEach(async () => {
  graph = await trainingGraph();
});
afterEach(() => graph.stop());

interface Begun {
  readonly classId: string;
  readonly list: readonly ListedEnrolment[];
}

/** A pre-job class in progress with these workers. */
async function aClassWith(numbers: readonly number[]): Promise<Begun> {
  const classId = await anOpenPreJobClass(graph, { capacity: 200 });
  for (const number of numbers) await hearOfPosting(graph, number);
  await change(graph, 'startTrainingClass', { classId });
  return { classId, list: await listOf(graph, classId) };
}

const result = (enrolment: ListedEnrolment | undefined, changes: Record<string, unknown> = {}) => ({
  enrolmentId: enrolment?.id,
  attendedHours: 16,
  score: 60,
  ...changes,
});

describe('assessClass', () => {
  it('TRA-3, TRA-6 passes, fails and excuses a whole class in one call, with a certificate for each pass', async () => {
    const { classId, list } = await aClassWith([1, 2, 3, 4]);
    const results = [
      result(list[0]),
      result(list[1], { score: 95, attendedHours: 20 }),
      result(list[2], { attendedHours: 15 }),
      result(list[3], { attendedHours: null, score: null, absent: true }),
    ];

    const { payload, errors } = await change(graph, 'assessClass', { classId, results });

    expect(errors).toEqual([]);
    expect(payload.trainingClass.status).toBe('ASSESSED');
    expect(payload.enrolments.map(({ status }: ListedEnrolment) => status)).toEqual([
      'PASSED',
      'PASSED',
      'FAILED',
      'ABSENT',
    ]);
    expect(payload.enrolments[0].certificate).toMatchObject({
      no: 'QS-420581-2026-000001',
      hours: 16,
      issuedOn: '2026-03-20',
    });
    expect(await published(graph, 'passed')).toMatchObject([
      {
        data: {
          workerId: worker(1),
          postingId: posting(1),
          hours: 16,
          certificateNo: 'QS-420581-2026-000001',
        },
      },
      { data: { workerId: worker(2), certificateNo: 'QS-420581-2026-000002' } },
    ]);
    expect(await published(graph, 'class-assessed')).toMatchObject([
      { data: { passed: 2, failed: 1, absent: 1 } },
    ]);
    expect(await published(graph, 'certificate-issued')).toHaveLength(2);
  });

  it('TRA-2 lets those who failed wait for the next class of the operator, and pass there', async () => {
    const first = await aClassWith([1]);
    const results = [result(first.list[0], { score: 10 })];
    await change(graph, 'assessClass', { classId: first.classId, results });
    expect(await needsIn(graph)).toEqual([`PRE_JOB ${worker(1)}`]);

    const classId = await anOpenPreJobClass(graph);
    expect(await needsIn(graph)).toEqual([]);
    await change(graph, 'startTrainingClass', { classId });
    const [again] = await listOf(graph, classId);
    await change(graph, 'assessEnrolment', { enrolmentId: again?.id, attendedHours: 20, score: 80 });

    expect(await published(graph, 'failed')).toMatchObject([{ data: { result: 'FAILED' } }]);
    expect(await published(graph, 'passed')).toMatchObject([{ data: { postingId: posting(1) } }]);
    expect(await needsIn(graph)).toEqual([]);
  });

  it('puts those who failed into an open class of the operator at once', async () => {
    const { classId, list } = await aClassWith([1]);
    const next = await anOpenPreJobClass(graph);

    await change(graph, 'assessClass', { classId, results: [result(list[0], { score: 10 })] });

    expect((await listOf(graph, next)).map(({ status }) => status)).toEqual(['SEATED']);
  });

  it('is in progress until the last result is in', async () => {
    const { classId, list } = await aClassWith([1, 2]);

    await change(graph, 'assessClass', { classId, results: [result(list[0])] });
    expect(await statusOf(graph, classId)).toBe('IN_PROGRESS');

    await change(graph, 'assessClass', { classId, results: [result(list[1])] });
    expect(await statusOf(graph, classId)).toBe('ASSESSED');
  });

  it('TRA-6 gives no number twice to classes assessed at once', async () => {
    const classes = [await aClassWith([1, 2, 3]), await aClassWith([4, 5, 6]), await aClassWith([7, 8, 9])];

    await Promise.all(
      classes.map(({ classId, list }) =>
        change(graph, 'assessClass', { classId, results: list.map((each) => result(each)) }),
      ),
    );

    const numbers = (await published(graph, 'certificate-issued')).map(({ data }) => data['certificateNo']);
    expect(new Set(numbers).size).toBe(9);
  });

  it('takes the results of the largest class in one transaction', { timeout: 60_000 }, async () => {
    const { classId, list } = await aClassWith(Array.from({ length: 200 }, (_each, at) => at + 1));
    expect(list).toHaveLength(100);
    const ids = await graph.connection.collection('enrolments').find().project({ _id: 1 }).toArray();
    const results = ids.map(({ _id }) => ({ enrolmentId: String(_id), attendedHours: 20, score: 90 }));

    const { errors } = await change(graph, 'assessClass', { classId, results });

    expect(errors).toEqual([]);
    expect(await published(graph, 'passed')).toHaveLength(200);
  });

  it.each([
    ['a score of 101', { score: 101 }, 'BAD_USER_INPUT'],
    ['more hours than the class has', { attendedHours: 21 }, 'ENROLMENT_ATTENDANCE_BEYOND_HOURS'],
    ['no score', { score: null }, 'ENROLMENT_LACKS_RESULT'],
    ['somebody unknown', { enrolmentId: `enr_${uuid(404)}` }, 'ENROLMENT_NOT_IN_CLASS'],
    ['an id of another kind', { enrolmentId: OPERATOR }, 'BAD_USER_INPUT'],
  ])('refuses %s and records nothing of the others', async (_what, changes, code) => {
    const { classId, list } = await aClassWith([1, 2]);
    const before = (await graph.outbox()).length;

    const answer = await change(graph, 'assessClass', {
      classId,
      results: [result(list[0]), result(list[1], changes)],
    });

    expect(answer.code).toBe(code);
    expect((await graph.outbox()).length).toBe(before);
  });

  it('refuses the same participant twice, no rows, and a day that has not come', async () => {
    const { classId, list } = await aClassWith([1]);
    const results = [result(list[0])];
    const assess = (input: Record<string, unknown>) => change(graph, 'assessClass', { classId, ...input });

    expect((await assess({ results: [...results, ...results] })).code).toBe('BAD_USER_INPUT');
    expect((await assess({ results: [] })).code).toBe('BAD_USER_INPUT');
    expect((await assess({ results, assessedOn: '2026-03-21' })).code).toBe('BAD_USER_INPUT');
  });

  it('refuses a class that has not begun, and a second result', async () => {
    const { classId, list } = await aClassWith([1, 2]);
    await change(graph, 'assessClass', { classId, results: [result(list[0])] });

    expect((await change(graph, 'assessClass', { classId, results: [result(list[0])] })).code).toBe(
      'ENROLMENT_NOT_SEATED',
    );
    const open = await anOpenPreJobClass(graph);
    expect((await change(graph, 'assessClass', { classId: open, results: [result(list[1])] })).code).toBe(
      'TRAINING_CLASS_NOT_IN_PROGRESS',
    );
  });
});
