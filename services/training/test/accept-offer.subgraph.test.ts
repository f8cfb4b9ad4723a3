import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { uuid } from './builders.ts';
import {
  anOpenNationalClass,
  bureau,
  change,
  hearOfDeadline,
  hearOfWorker,
  listOf,
  published,
  statusOf,
  themself,
  type TrainingGraph,
  trainingGraph,
} from './under-test.ts';

let graph: TrainingGraph;

beforeEach(async () => {
  graph = await trainingGraph();
});
afterEach(() => graph.stop());

const statusesOf = async (classId: string) => (await listOf(graph, classId)).map(({ status }) => status);

describe('acceptOffer', () => {
  it('gives the worker a seat, without a concern about the examination', async () => {
    await hearOfWorker(graph, 1);
    const classId = await anOpenNationalClass(graph);
    await hearOfDeadline(graph, 1);
    const [offered] = await listOf(graph, classId);

    const { payload } = await change(graph, 'acceptOffer', { enrolmentId: offered?.id }, themself(1));

    expect(payload.enrolment).toMatchObject({ status: 'SEATED', version: 2 });
    expect(await published(graph, 'enrolled')).toMatchObject([{ sequence: '2', data: { waiting: false } }]);
  });

  it('TRA-7 fills the last seat once, whoever accepts at once', async () => {
    const classId = await anOpenNationalClass(graph, { capacity: 1 });
    for (const number of [1, 2, 3]) await hearOfDeadline(graph, number);
    const offers = await listOf(graph, classId);

    await Promise.all(offers.map(({ id }) => change(graph, 'acceptOffer', { enrolmentId: id }, bureau)));

    const statuses = (await statusesOf(classId)).toSorted((a, b) => a.localeCompare(b));
    expect(statuses).toEqual(['SEATED', 'WAITING', 'WAITING']);
    expect(await statusOf(graph, classId)).toBe('FULL');
  });

  it('is refused to others, when stale, twice, and for an unknown offer', async () => {
    const classId = await anOpenNationalClass(graph);
    await hearOfDeadline(graph, 1);
    const [offered] = await listOf(graph, classId);
    const accept = (changes = {}, actor = themself(1)) =>
      change(graph, 'acceptOffer', { enrolmentId: offered?.id, ...changes }, actor);

    expect((await accept({}, themself(2))).code).toBe('ENROLMENT_NOT_FOUND');
    expect((await accept({ expectedVersion: 9 })).code).toBe('VERSION_CONFLICT');
    expect((await accept({ enrolmentId: `enr_${uuid(404)}` })).code).toBe('ENROLMENT_NOT_FOUND');
    await accept();
    expect((await accept()).code).toBe('ENROLMENT_NOT_OFFERED');
  });
});
