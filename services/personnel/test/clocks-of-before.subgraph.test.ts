import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aVerifiedCertificate, aWorkerThere } from './operations.ts';
import { bureau, type PersonnelGraph, personnelGraph } from './under-test.ts';

let graph: PersonnelGraph;

beforeAll(async () => {
  graph = await personnelGraph();
});
afterAll(() => graph.stop());

const kindsOf = async (workerId: string) => {
  const query = `{ socialWorker(id: "${workerId}") { deadlines { nodes { kind } } } }`;
  return (await graph.execute(query, {}, bureau)).data.socialWorker.deadlines.nodes;
};

describe('certificates of before the clocks were kept', () => {
  it('get their clocks, though other clocks run already', async () => {
    const workerId = await aWorkerThere(graph);
    await aVerifiedCertificate(graph, workerId, { obtainedOn: '2026-08-01' });
    for (const name of ['person_clocks', 'deadlines'])
      await graph.connection.collection(name).deleteMany({ workerId });
    await aVerifiedCertificate(graph, await aWorkerThere(graph), { obtainedOn: '2026-08-01' });
    expect(await kindsOf(workerId)).toEqual([]);

    await graph.useCases.sweepPersonClocks();

    expect(await kindsOf(workerId)).toEqual([{ kind: 'FIRST_REGISTRATION' }]);
    expect(await graph.useCases.sweepPersonClocks()).toBe(0);
  });
});
