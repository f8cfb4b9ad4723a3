import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { worker } from './builders.ts';
import {
  anOpenNationalClass,
  anOpenPreJobClass,
  change,
  hearOfDeadline,
  hearOfPosting,
  hearOfWorker,
  listOf,
  needsIn,
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
