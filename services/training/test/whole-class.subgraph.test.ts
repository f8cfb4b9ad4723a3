import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { worker } from './builders.ts';
import {
  anOpenNationalClass,
  bureau,
  change,
  countFigures,
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
  for (const number of PEOPLE) await hearOfWorker(graph, number);
  const answers = await Promise.all(
    PEOPLE.map((number) => change(graph, 'enrolWorker', { classId, workerId: worker(number) }, bureau)),
  );
  enrolments = answers.map(({ payload }) => payload.enrolment.id as string);
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

describe('Region.trainingFiguresOfYear', () => {
  it('counts the year of the class by kind and by programme, and shows what was published beside it', async () => {
    await countFigures(graph);

    const { data, errors } = await graph.execute(
      `{ _entities(representations: [{ __typename: "Region", code: "420000" }, { __typename: "Region", code: "430000" }]) {
          ... on Region {
            trainingFiguresOfYear(year: 2026) {
              sums { people passed passRate { numerator denominator } hours }
              byKind { kind sums { enrolments failed } }
              byProgramme { programme { code } sums { passed } }
              published { year trainings people supervisions sourceUrl }
            }
          }
        } }`,
    );

    expect(errors).toEqual([]);
    const [hubei, hunan] = data._entities.map(
      ({ trainingFiguresOfYear }: { trainingFiguresOfYear: object }) => trainingFiguresOfYear,
    );
    expect(hubei).toEqual({
      sums: { people: 200, passed: 150, passRate: { numerator: 150, denominator: 200 }, hours: 2_700 },
      byKind: [{ kind: 'EXAM_PREP', sums: { enrolments: 200, failed: 50 } }],
      byProgramme: [{ programme: { code: 'EXAM_PREP' }, sums: { passed: 150 } }],
      published: [],
    });
    expect(hunan).toMatchObject({
      sums: { people: 0 },
      byKind: [],
      published: [{ year: 2022, trainings: 177, people: 1_703, supervisions: 548 }],
    });
  });
});
