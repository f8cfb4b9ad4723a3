import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aResidentOnDuty, aWorkerThere, REGISTER, workerInput } from './operations.ts';
import { ANSWER_TRANSFER, REQUEST_TRANSFER } from './transfer-operations.ts';
import {
  anIdNumber,
  bureau,
  done,
  factsOf,
  manager,
  neighbour,
  type PersonnelGraph,
  personnelGraph,
  township,
} from './under-test.ts';

let graph: PersonnelGraph;

beforeAll(async () => {
  graph = await personnelGraph();
});
afterAll(() => graph.stop());

const ask = (idNumber: string, actor = neighbour, more: Record<string, unknown> = {}) =>
  graph.execute(REQUEST_TRANSFER.query, { input: { idNumber, purpose: '演示', ...more } }, actor);
const answer = (questionId: string, said: 'DECLINED' | 'GRANTED', actor = bureau) =>
  graph.execute(ANSWER_TRANSFER.query, { input: { questionId, answer: said, reason: '演示' } }, actor);
const QUESTIONS =
  '{ workerTransferQuestions { nodes { id status worker { id } askedFor { code } allowedActions } totalCount } }';
const questionOf = async (workerId: string, actor = bureau) =>
  (await graph.execute(QUESTIONS, {}, actor)).data.workerTransferQuestions.nodes.find(
    (each: { worker: { id: string } | null }) => each.worker?.id === workerId,
  );
const REQUESTS =
  '{ workerTransferRequests { nodes { id county { code } purpose status requestedOn openUntil grantedOn version worker { id } history { nodes { operation versionAfter } } } } }';
const requested = async (actor = neighbour) =>
  (await graph.execute(REQUESTS, {}, actor)).data.workerTransferRequests.nodes;
const plain = (said: unknown) => JSON.stringify(said).replaceAll(/wtr_[\w-]+/g, 'id');

describe('PER-16 requestWorkerTransfer', () => {
  it('is answered alike for a number that is registered, before and after it is declined, and for one that is not', async () => {
    const workerId = await aWorkerThere(graph, { idNumber: anIdNumber(51), employerAgencyId: null });
    const known = await ask(anIdNumber(51));
    const unknown = await ask(anIdNumber(52));

    expect(known.code).toBeUndefined();
    expect(plain(known)).toBe(plain(unknown));
    const question = await questionOf(workerId);
    expect(question).toMatchObject({
      status: 'OPEN',
      askedFor: { code: '420582' },
      allowedActions: ['ANSWER'],
    });
    expect((await graph.execute(QUESTIONS, {}, bureau)).data.workerTransferQuestions.totalCount).toBe(1);
    expect((await answer(question.id, 'DECLINED', neighbour)).code).toBe(
      'WORKER_TRANSFER_QUESTION_NOT_FOUND',
    );
    expect((await answer(question.id, 'DECLINED', manager)).code).toBe('FORBIDDEN');
    expect((await answer(question.id, 'DECLINED')).data.answerWorkerTransfer.question.status).toBe(
      'DECLINED',
    );
    expect((await answer(question.id, 'GRANTED')).code).toBe('WORKER_TRANSFER_NOT_OPEN');

    const [first, second] = await requested();
    expect(plain(first)).toBe(plain(second));
    expect(first).toMatchObject({ status: 'PENDING', worker: null, version: 1 });
  });

  it('brings the person with all that was recorded of them, once the county that keeps them lets them go', async () => {
    const workerId = await aWorkerThere(graph, { idNumber: anIdNumber(53), employerAgencyId: null });
    const [{ id }] = [(await ask(anIdNumber(53))).data.requestWorkerTransfer.request];
    const { id: questionId } = await questionOf(workerId);

    expect((await answer(questionId, 'GRANTED')).code).toBeUndefined();

    const granted = (await requested()).find((each: { id: string }) => each.id === id);
    expect(granted).toMatchObject({ status: 'GRANTED', worker: { id: workerId }, grantedOn: '2026-11-20' });
    const facts = await factsOf(graph, `worker/${workerId}`);
    expect(facts.at(-1)).toMatchObject({
      type: 'qianshou.personnel.worker-county-changed.v1',
      data: { countyCode: '420582', countyBefore: '420581' },
    });
    expect((await ask(anIdNumber(53))).code).toBe('WORKER_ID_NUMBER_TAKEN');
  });

  it('lets nobody go who holds a post or is employed elsewhere, and changes nothing then', async () => {
    const posted = await aWorkerThere(graph, { idNumber: anIdNumber(54) });
    await aResidentOnDuty(graph, posted);
    const employed = (await done(graph, REGISTER, workerInput({ idNumber: anIdNumber(55) }))).worker
      .id as string;
    await ask(anIdNumber(54));
    await ask(anIdNumber(55));

    expect((await answer((await questionOf(posted)).id, 'GRANTED')).code).toBe('WORKER_STILL_POSTED');
    expect((await answer((await questionOf(employed)).id, 'GRANTED')).code).toBe('WORKER_STILL_EMPLOYED');
    expect((await questionOf(employed)).status).toBe('OPEN');
  });
});

describe('what an answer says it wrote', () => {
  it('names no case and no question that is for another county', async () => {
    await aWorkerThere(graph, { idNumber: anIdNumber(56), employerAgencyId: null });
    const asked = await ask(anIdNumber(56));
    const official = { employerAgencyId: null, directsOfficeOf: '420581100', idNumber: anIdNumber(56) };
    const registered = await graph.execute(REGISTER.query, { input: workerInput(official) }, township);

    expect(asked.wrote).toEqual([expect.stringMatching(/^worker-transfer-request\//)]);
    expect(registered.wrote).toEqual([expect.stringMatching(/^worker\//)]);
  });
});
