import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approved, bureau, type FundingGraph, fundingGraph, run, signed } from './under-test.ts';

const RECORDS = [
  'budget_plans',
  'contracts',
  'fund_sources',
  'journal',
  'ledgers',
  'payments',
  'reward_awards',
];

let graph: FundingGraph;

beforeAll(async () => {
  graph = await fundingGraph();
});
afterAll(() => graph.stop());

describe('FUN-6 a contract', () => {
  it('is published with its signing: whoever asks reads it, alone and in the list', async () => {
    const id = await signed(graph, await approved(graph));
    const query = 'query ($id: ID!) { contract(id: $id) { id } contracts { nodes { id } } }';

    const { data, errors } = await graph.execute(query, { id });

    expect(errors).toEqual([]);
    expect(data).toEqual({ contract: { id }, contracts: { nodes: [{ id }] } });
  });
});

describe('FUN-11 what was purchased', () => {
  it('is kept without an end: nothing that records it expires', async () => {
    const stored = (await graph.connection.listCollections()).map(({ name }) => name);
    expect(stored).toEqual(expect.arrayContaining(RECORDS));

    for (const name of RECORDS) {
      const indexes = await graph.connection.collection(name).indexes();
      expect(indexes.filter((index) => 'expireAfterSeconds' in index)).toEqual([]);
    }
  });

  it('stays on record when it is withdrawn, with the reason', async () => {
    const query = 'query { contracts { nodes { id status changes { kind reason } } } }';
    const [{ id: contractId }] = (await graph.execute(query)).data.contracts.nodes;

    await run(graph, bureau, 'withdrawContract', { contractId, reason: '演示:撤回' });

    expect((await graph.execute(query)).data.contracts.nodes).toEqual([
      { id: contractId, status: 'WITHDRAWN', changes: [{ kind: 'WITHDRAWN', reason: '演示:撤回' }] },
    ]);
  });
});
