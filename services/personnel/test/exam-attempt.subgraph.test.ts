import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aVerifiedCertificate,
  aWorkerThere,
  CORRECT_ATTEMPT,
  examInput,
  RECORD_ATTEMPT,
  RECORD_RESULT,
  STRIKE_ATTEMPT,
} from './operations.ts';
import { bureau, done, manager, neighbour, type PersonnelGraph, personnelGraph, told } from './under-test.ts';
import { uuid } from './builders.ts';

let graph: PersonnelGraph;

beforeAll(async () => {
  graph = await personnelGraph();
});
afterAll(() => graph.stop());

const codeOf = async (operation: { readonly query: string }, input: unknown, actor = bureau) =>
  (await graph.execute(operation.query, { input }, actor)).code;

describe('exam attempts', () => {
  it('are signed up for, failed, passed within two years, and are no certificate until it is issued', async () => {
    const workerId = await aWorkerThere(graph);
    const paper = (subject: string, examYear: number, changes: Record<string, unknown> = {}) =>
      examInput(workerId, { level: 'SOCIAL_WORKER', subject, examYear, ...changes });
    const { worker: signedUp } = await done(
      graph,
      RECORD_ATTEMPT,
      paper('PRACTICE', 2025, { status: 'REGISTERED', score: null }),
      manager,
    );
    const [{ attemptId, allowedActions }] = signedUp.examAttempts;
    expect(allowedActions).toEqual(['RECORD_RESULT', 'CORRECT', 'STRIKE']);

    await done(graph, RECORD_RESULT, { workerId, attemptId, status: 'FAILED', score: 59 }, manager);
    expect(await codeOf(RECORD_RESULT, { workerId, attemptId, status: 'PASSED', score: 60 })).toBe(
      'EXAM_ATTEMPT_DECIDED',
    );
    for (const [subject, year] of [
      ['COMPREHENSIVE', 2025],
      ['LAWS_AND_POLICIES', 2026],
      ['PRACTICE', 2026],
    ] as const) {
      await done(graph, RECORD_ATTEMPT, paper(subject, year));
    }
    const query = `{ socialWorker(id: "${workerId}") { qualifications { id } examProgress { level complete completedIn certificateHeld passed { subject expiresAfter } } } }`;
    const { socialWorker } = (await graph.execute(query, {}, bureau)).data;

    expect(socialWorker.qualifications).toEqual([]);
    expect(socialWorker.examProgress[1]).toMatchObject({
      level: 'SOCIAL_WORKER',
      complete: true,
      completedIn: 2026,
      certificateHeld: false,
    });
    await aVerifiedCertificate(graph, workerId, { level: 'SOCIAL_WORKER', obtainedOn: '2026-09-01' });
    expect((await graph.execute(query, {}, bureau)).data.socialWorker.examProgress[1].certificateHeld).toBe(
      true,
    );
    expect((await told(graph, 'worker-fact-recorded')).at(-1)?.data).toMatchObject({ fact: 'EXAM_ATTEMPT' });
    expect(JSON.stringify(await graph.outbox())).not.toContain('LAWS_AND_POLICIES');
  });

  it('start the clock of the senior review, which a correction and a strike take back', async () => {
    const workerId = await aWorkerThere(graph);
    const kinds = async () => {
      const query = `{ socialWorker(id: "${workerId}") { deadlines { nodes { kind dueOn } } } }`;
      return (await graph.execute(query, {}, bureau)).data.socialWorker.deadlines.nodes;
    };
    const input = examInput(workerId, { level: 'SENIOR', examYear: 2025 });
    const { worker } = await done(graph, RECORD_ATTEMPT, input);
    const entry = { workerId, attemptId: worker.examAttempts[0].attemptId, reason: '演示' };

    expect(await kinds()).toEqual([{ kind: 'SENIOR_PROOF', dueOn: '2028-07-31' }]);
    const right = await done(graph, CORRECT_ATTEMPT, { ...entry, examYear: 2026 });
    expect(right.worker.examAttempts).toMatchObject([
      { examYear: 2026, corrections: [{ examYear: 2025, reason: '演示' }] },
    ]);
    expect(await kinds()).toEqual([{ kind: 'SENIOR_PROOF', dueOn: '2029-07-31' }]);
    await done(graph, STRIKE_ATTEMPT, entry);
    expect(await kinds()).toEqual([]);
    expect(await codeOf(STRIKE_ATTEMPT, entry)).toBe('STRUCK_ALREADY');
    expect(await codeOf(STRIKE_ATTEMPT, { ...entry, attemptId: `exa_${uuid(1)}` })).toBe(
      'EXAM_ATTEMPT_NOT_FOUND',
    );
    expect(await codeOf(RECORD_ATTEMPT, input, neighbour)).toBe('WORKER_NOT_FOUND');
    expect(await codeOf(RECORD_ATTEMPT, { ...input, score: 101 })).toBe('EXAM_SCORE_OUT_OF_RANGE');
  });
});
