import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OTHER_OPERATOR, uuid, worker } from './builders.ts';
import {
  change,
  hearOfPosting,
  listOf,
  needsIn,
  otherOperator,
  planClass,
  published,
  type TrainingGraph,
  trainingGraph,
} from './under-test.ts';

let graph: TrainingGraph;

beforeEach(async () => {
  graph = await trainingGraph();
});
afterEach(() => graph.stop());

async function aPlannedClass(changes: Record<string, unknown> = {}): Promise<string> {
  const { data } = await planClass(graph, { openAtOnce: false, ...changes });
  return data.planTrainingClass.trainingClass.id as string;
}

describe('openTrainingClass', () => {
  it('TRA-7 seats those who waited, certified locals first and then by time; the rest waits on its list', async () => {
    await hearOfPosting(graph, 1);
    await hearOfPosting(graph, 2);
    await hearOfPosting(graph, 3, { certifiedLocal: true });
    const classId = await aPlannedClass({ capacity: 2 });

    const { payload } = await change(graph, 'openTrainingClass', { classId });

    const list = await listOf(graph, classId);
    const seated = list.filter(({ status }) => status === 'SEATED').map((each) => each.worker.id);
    expect(payload.trainingClass.status).toBe('FULL');
    expect(seated.toSorted((a, b) => a.localeCompare(b))).toEqual([worker(1), worker(3)]);
    expect(list.find(({ status }) => status === 'WAITING')?.worker.id).toBe(worker(2));
    expect(await needsIn(graph)).toEqual([]);
  });

  it('TRA-2 takes in nobody of another operator', async () => {
    await hearOfPosting(graph, 1);
    await hearOfPosting(graph, 2, { operatorAgencyId: OTHER_OPERATOR });
    const { data } = await planClass(graph, { organiserAgencyId: OTHER_OPERATOR }, otherOperator);

    const list = await listOf(graph, data.planTrainingClass.trainingClass.id);

    expect(list.map((each) => each.worker.id)).toEqual([worker(2)]);
    expect(await needsIn(graph)).toEqual([`PRE_JOB ${worker(1)}`]);
  });

  it('publishes the opening and each place in the order of the versions', async () => {
    await hearOfPosting(graph, 1);
    const classId = await aPlannedClass({ capacity: 1 });

    await change(graph, 'openTrainingClass', { classId, expectedVersion: 1 });

    const ofClass = (await graph.outbox()).filter(({ subject }) => subject === `class/${classId}`);
    expect(ofClass.map(({ type, sequence }) => [type, sequence])).toEqual([
      ['qianshou.training.class-planned.v1', '1'],
      ['qianshou.training.class-opened.v1', '2'],
      ['qianshou.training.class-filled.v1', '3'],
    ]);
    expect(await published(graph, 'enrolled')).toMatchObject([
      { regioncode: '420581', data: { classId, workerId: worker(1), kind: 'PRE_JOB', waiting: false } },
    ]);
  });

  it('misses nobody who is proposed at the same moment', async () => {
    const classId = await aPlannedClass({ capacity: 50 });
    const people = Array.from({ length: 8 }, (_each, at) => at + 1);

    await Promise.all([
      ...people.map((number) => hearOfPosting(graph, number)),
      change(graph, 'openTrainingClass', { classId }),
    ]);

    expect(await needsIn(graph)).toEqual([]);
    expect((await listOf(graph, classId)).map(({ status }) => status)).toEqual(people.map(() => 'SEATED'));
  });

  it.each([
    ['a class that is open already', 'TRAINING_CLASS_NOT_PLANNED', {}],
    ['a stale version', 'VERSION_CONFLICT', { expectedVersion: 7 }],
    ['an unknown class', 'TRAINING_CLASS_NOT_FOUND', { classId: `cls_${uuid(404)}` }],
    ['an id of another kind', 'BAD_USER_INPUT', { classId: `enr_${uuid(1)}` }],
  ])('refuses %s', async (_what, code, changes) => {
    const classId = await aPlannedClass({ openAtOnce: true });

    expect((await change(graph, 'openTrainingClass', { classId, ...changes })).code).toBe(code);
  });
});
