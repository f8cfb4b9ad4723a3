import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { worker } from './builders.ts';
import {
  anOpenNationalClass,
  bureau,
  change,
  hearOfWorker,
  projectOffice,
  published,
  type TrainingGraph,
  trainingGraph,
} from './under-test.ts';

const PEOPLE = Array.from({ length: 200 }, (_, at) => at + 1);

let graph: TrainingGraph;
let classId: string;
let enrolments: string[];

beforeAll(async () => {
  graph = await trainingGraph();
  classId = await anOpenNationalClass(graph, { capacity: 200 });
  enrolments = [];
  for (const number of PEOPLE) {
    await hearOfWorker(graph, number);
    const { payload } = await change(graph, 'enrolWorker', { classId, workerId: worker(number) }, bureau);
    enrolments.push(payload.enrolment.id as string);
  }
  await change(graph, 'startTrainingClass', { classId }, projectOffice);
}, 120_000);
afterAll(() => graph.stop());

describe('assessClass with everybody of a full class', () => {
  it('judges two hundred at once, each with a number of its own, and tells of each', async () => {
    const results = enrolments.map((enrolmentId, at) => ({
      enrolmentId,
      attendedHours: 18,
      score: at < 150 ? 80 : 40,
    }));
    const before = process.hrtime.bigint();

    const { payload, errors } = await change(graph, 'assessClass', { classId, results }, projectOffice);

    console.info(`assessClass of 200: ${(process.hrtime.bigint() - before) / 1_000_000n} ms`);
    expect(errors).toEqual([]);
    expect(payload.trainingClass.status).toBe('ASSESSED');
    const numbers = payload.enrolments.flatMap(
      ({ certificate }: { certificate: { no: string } | null }) => certificate?.no ?? [],
    );
    expect(new Set(numbers).size).toBe(150);
    expect(payload.enrolments.map(({ version }: { version: number }) => version)).toEqual(
      PEOPLE.map(() => 3),
    );
    expect(await published(graph, 'passed')).toHaveLength(150);
    expect(await published(graph, 'failed')).toHaveLength(50);
  });
});
