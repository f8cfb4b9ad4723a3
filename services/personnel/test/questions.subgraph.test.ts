import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aPastResident,
  aTraineeThere,
  CERTIFY,
  certificateInput,
  type PostingThere,
  REVIEW,
} from './operations.ts';
import { bureau, done, manager, type PersonnelGraph, personnelGraph, themself } from './under-test.ts';

let graph: PersonnelGraph;
let near: PostingThere;
let missed: PostingThere;
let certified: PostingThere;
let trainee: PostingThere;

/** Today is 2026-11-20: of two years one deadline is two months away, one went by, one is met; one is still in training. */
beforeAll(async () => {
  graph = await personnelGraph();
  near = await aPastResident(graph, { startedOn: '2025-01-20' });
  missed = await aPastResident(graph, { startedOn: '2024-06-01' });
  certified = await aPastResident(graph, { startedOn: '2024-06-01' });
  await done(graph, CERTIFY, certificateInput(certified.workerId));
  trainee = await aTraineeThere(graph);
  await done(graph, REVIEW, { countyCode: '420581' });
});
afterAll(() => graph.stop());

const ask = async (query: string, actor = bureau) => {
  const { data, errors } = await graph.execute(`{ ${query} }`, {}, actor);
  expect(errors).toEqual([]);
  return data;
};
const DEADLINES = 'nodes { id status certificateClock { deadline } }';

describe('what people ask of the staff', () => {
  it('Which residents miss the certificate deadline? One has, one is about to, the certified is not named', async () => {
    const { postings } = await ask(
      `postings(where: { regionCode: { within: "420581" }, status: { in: [CERT_WARNING, CERT_OVERDUE] } }) { ${DEADLINES} }`,
    );

    expect(postings.nodes).toHaveLength(2);
    expect(postings.nodes).toEqual(
      expect.arrayContaining([
        { id: near.id, status: 'CERT_WARNING', certificateClock: { deadline: '2027-01-20' } },
        { id: missed.id, status: 'CERT_OVERDUE', certificateClock: { deadline: '2026-06-01' } },
      ]),
    );
  });

  it('Which of my staff need training or certificates? The operator sees its own three', async () => {
    const { postings } = await ask(
      'postings(where: { status: { in: [IN_PRE_JOB_TRAINING, CERT_WARNING, CERT_OVERDUE] } }) { nodes { id } }',
      manager,
    );

    const ids = postings.nodes.map(({ id }: { id: string }) => id).toSorted();
    expect(ids).toEqual([near.id, missed.id, trainee.id].toSorted());
  });

  it('When is my deadline, and may I sit the exam this year? The worker sees both, of itself alone', async () => {
    const { socialWorker } = await ask(
      `socialWorker(id: "${near.workerId}") {
        examEligibility { level maySit eligibleFrom }
        postings(where: { status: { in: [CERT_WARNING] } }) { ${DEADLINES} }
      }`,
      themself(near.workerId),
    );

    expect(socialWorker.postings.nodes).toMatchObject([{ certificateClock: { deadline: '2027-01-20' } }]);
    expect(socialWorker.examEligibility.length).toBeGreaterThan(0);
    const { socialWorker: other } = await ask(
      `socialWorker(id: "${missed.workerId}") { id }`,
      themself(near.workerId),
    );
    expect(other).toBeNull();
  });

  it('Which of my posts are over? None, and no post of somebody else is asked for in its place', async () => {
    const { data, code } = await graph.execute(
      `{ socialWorker(id: "${near.workerId}") { postings(where: { workerId: { eq: "${missed.workerId}" } }) { totalCount } } }`,
      {},
      bureau,
    );

    expect(code).toBe('BAD_USER_INPUT');
    expect(data.socialWorker.postings).toBeNull();
  });
});
