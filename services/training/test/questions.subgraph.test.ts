import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR, posting, worker } from './builders.ts';
import {
  anOpenNationalClass,
  bureau,
  hearOfDeadline,
  hearOfPosting,
  operator,
  otherOperator,
  themself,
  type TrainingGraph,
  trainingGraph,
} from './under-test.ts';

let graph: TrainingGraph;
let examClass: string;

/** The first one's deadline is near and a class is open; the second waits for a pre-job class that nobody holds. */
beforeAll(async () => {
  graph = await trainingGraph();
  examClass = await anOpenNationalClass(graph);
  await hearOfDeadline(graph, 1, 180);
  await hearOfPosting(graph, 2);
});
afterAll(() => graph.stop());

const ask = async (query: string, actor = bureau) => {
  const { data, errors } = await graph.execute(`{ ${query} }`, {}, actor);
  expect(errors).toEqual([]);
  return data;
};

describe('what people ask of training', () => {
  it('Which of my people wait for pre-job training? The operator of the post sees the one', async () => {
    const needs = `trainingNeeds(where: { agencyId: { eq: "${OPERATOR}" } }) { nodes { kind worker { id } posting { id } } }`;

    const { trainingNeeds } = await ask(needs, operator);

    expect(trainingNeeds.nodes).toEqual([
      { kind: 'PRE_JOB', worker: { id: worker(2) }, posting: { id: posting(2) } },
    ]);
    expect((await ask(needs, otherOperator)).trainingNeeds.nodes).toEqual([]);
  });

  it('Which class helps me? The open one, and a place in it is offered', async () => {
    const { trainingClasses, enrolments } = await ask(
      `trainingClasses(where: { kind: { in: [EXAM_PREP] }, status: { in: [OPEN] } }) { nodes { id } }
       enrolments(where: { workerId: { eq: "${worker(1)}" }, status: { in: [OFFERED] } }) { nodes { trainingClass { id } } }`,
      themself(1),
    );

    expect(trainingClasses.nodes).toEqual([{ id: examClass }]);
    expect(enrolments.nodes).toEqual([{ trainingClass: { id: examClass } }]);
  });

  it('How many have answered? None yet: the class lists the offer, and nobody accepted', async () => {
    const of = (status: string) =>
      ask(
        `trainingClass(id: "${examClass}") { enrolments(where: { status: { in: [${status}] } }) { totalCount } }`,
      );

    expect((await of('OFFERED')).trainingClass.enrolments.totalCount).toBe(1);
    expect((await of('PASSED')).trainingClass.enrolments.totalCount).toBe(0);
  });
});
