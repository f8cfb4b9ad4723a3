import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { uuid, worker } from './builders.ts';
import {
  anOpenPreJobClass,
  change,
  hearOfPosting,
  listOf,
  published,
  type TrainingGraph,
  trainingGraph,
} from './under-test.ts';

let graph: TrainingGraph;

beforeEach(async () => {
  graph = await trainingGraph();
});
afterEach(() => graph.stop());

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
