import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

const statusesOf = async (classId: string) => (await listOf(graph, classId)).map(({ status }) => status);

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

  it('is refused once something was held, and without a reason', async () => {
    await hearOfPosting(graph, 1);
    const classId = await anOpenPreJobClass(graph);
    const cancel = (reason: string) => change(graph, 'cancelTrainingClass', { classId, reason });

    expect((await cancel(' ')).code).toBe('BAD_USER_INPUT');
    await change(graph, 'startTrainingClass', { classId });
    const [place] = await listOf(graph, classId);
    await change(graph, 'recordAttendance', {
      classId,
      attendances: [{ enrolmentId: place?.id, attendedHours: 1 }],
    });
    expect((await cancel('讲师生病')).code).toBe('TRAINING_CLASS_NOT_CANCELLABLE');
  });
});
