import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { worker } from './builders.ts';
import {
  anOpenPreJobClass,
  change,
  hearOfPosting,
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

describe('withdrawEnrolment', () => {
  it('TRA-2 keeps the need of the post, for another class than this one', async () => {
    const classId = await anOpenPreJobClass(graph);
    await hearOfPosting(graph, 1);
    const [place] = await listOf(graph, classId);

    const { payload } = await change(graph, 'withdrawEnrolment', { enrolmentId: place?.id });

    expect(payload.enrolment.status).toBe('WITHDRAWN');
    expect(await needsIn(graph)).toEqual([`PRE_JOB ${worker(1)}`]);
    expect(await published(graph, 'withdrawn')).toMatchObject([{ data: { previous: 'SEATED' } }]);
  });

  it('concludes a class in progress when nobody else awaits a result', async () => {
    const classId = await anOpenPreJobClass(graph);
    await hearOfPosting(graph, 1);
    await change(graph, 'startTrainingClass', { classId });
    const [place] = await listOf(graph, classId);

    await change(graph, 'withdrawEnrolment', { enrolmentId: place?.id });

    expect(await statusOf(graph, classId)).toBe('ASSESSED');
    expect((await change(graph, 'withdrawEnrolment', { enrolmentId: place?.id })).code).toBe(
      'ENROLMENT_NOT_WITHDRAWABLE',
    );
  });
});
