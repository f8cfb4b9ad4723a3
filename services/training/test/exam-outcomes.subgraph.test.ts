import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { worker } from './builders.ts';
import {
  anOpenNationalClass,
  anOpenPreJobClass,
  bureau,
  change,
  hearOfPosting,
  hearOfWorker,
  listOf,
  projectOffice,
  published,
  themself,
  type TrainingGraph,
  trainingGraph,
} from './under-test.ts';

let graph: TrainingGraph;

beforeAll(async () => {
  graph = await trainingGraph();
});
afterAll(() => graph.stop());

describe('TRA-5 outcomes of the examination', () => {
  it('are recorded once a year and level, corrected and struck, and make the pass rate of a class', async () => {
    const classId = await anOpenNationalClass(graph);
    for (const number of [1, 2]) {
      await hearOfWorker(graph, number);
      await change(graph, 'enrolWorker', { classId, workerId: worker(number) }, bureau);
    }
    await change(graph, 'startTrainingClass', { classId }, projectOffice);
    const [first = '', second = ''] = (await listOf(graph, classId)).map(({ id }) => id);
    const record = (enrolmentId: unknown, said: Record<string, unknown> = {}, actor = themself(1)) =>
      change(
        graph,
        'recordExamOutcome',
        { enrolmentId, examYear: 2026, level: 'ASSISTANT', sat: true, passed: true, ...said },
        actor,
      );
    const reason = '演示更正';

    const own = await record(first);
    expect(own.payload.outcome).toMatchObject({ passed: true, allowedActions: ['CORRECT', 'STRIKE'] });
    expect((await record(first)).code).toBe('EXAM_OUTCOME_EXISTS');
    expect((await record(second)).code).toBe('ENROLMENT_NOT_FOUND');
    expect((await record(second, { sat: false }, bureau)).code).toBe('BAD_USER_INPUT');
    expect((await record(second, { examYear: 2027 }, bureau)).code).toBe('BAD_USER_INPUT');
    const other = await record(second, { passed: false }, bureau);
    const rate = async () =>
      (
        await graph.execute(
          'query ($id: ID!) { trainingClass(id: $id) { examPassRate { numerator denominator } } }',
          {
            id: classId,
          },
        )
      ).data.trainingClass.examPassRate;
    expect(await rate()).toEqual({ numerator: 1, denominator: 2 });

    const outcomeId = other.payload.outcome.id;
    const corrected = await change(graph, 'correctExamOutcome', { outcomeId, passed: true, reason }, bureau);
    expect(corrected.payload.outcome).toMatchObject({ passed: true, corrections: [{ passed: false }] });
    expect(await rate()).toEqual({ numerator: 2, denominator: 2 });
    await change(graph, 'strikeExamOutcome', { outcomeId, reason }, bureau);
    expect((await change(graph, 'strikeExamOutcome', { outcomeId, reason }, bureau)).code).toBe(
      'STRUCK_ALREADY',
    );
    expect(await rate()).toEqual({ numerator: 1, denominator: 1 });
    expect((await record(second, {}, bureau)).errors).toEqual([]);
    expect(await published(graph, 'exam-outcome-corrected')).toMatchObject([
      { data: { satBefore: true, passedBefore: false, passed: true } },
    ]);

    const { data } = await graph.execute(
      `{ examOutcomes(where: { examYear: { eq: 2026 }, level: { in: [ASSISTANT] } }) { nodes { worker { id } } } }`,
      {},
      themself(1),
    );
    expect(data.examOutcomes.nodes).toEqual([{ worker: { id: worker(1) } }]);
  });

  it('are of those who took part in a class that prepares for it', async () => {
    const classId = await anOpenPreJobClass(graph);
    await hearOfPosting(graph, 3);
    const [place] = await listOf(graph, classId);
    const outcome = { enrolmentId: place?.id, examYear: 2026, level: 'ASSISTANT', sat: false, passed: false };

    expect((await change(graph, 'recordExamOutcome', outcome)).code).toBe('EXAM_OUTCOME_OF_OTHERS');
  });
});
