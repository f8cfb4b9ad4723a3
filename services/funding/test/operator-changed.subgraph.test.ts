import { unmovedAgencyPaths } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NAMING_AGENCIES } from '../src/persistence/reference/naming-agencies.ts';
import { anAgencyId, aStationId } from './builders.ts';
import {
  approved,
  bureau,
  contractInput,
  type FundingGraph,
  fundingGraph,
  run,
  standing,
  today,
} from './under-test.ts';

let graph: FundingGraph;

beforeAll(async () => {
  graph = await fundingGraph();
});
afterAll(() => graph.stop());

const warningsOf = async (id: string) => {
  const { data } = await graph.execute(
    `{ contract(id: "${id}") { warnings { rule figures { name value } } } }`,
    {},
    bureau,
  );
  return data.contract.warnings as unknown[];
};

describe('FUN-5 a station goes to another operator', () => {
  it('shows at the contract of the former one, and lets nobody sign with it', async () => {
    const budgetPlanId = await approved(graph);
    const said = { installments: [{ condition: 'SIGNING', perMille: 1000 }] };
    const first = contractInput(budgetPlanId, { ...said, stationIds: [aStationId(1)], contractNo: '演示-1' });
    const { data } = await run(graph, bureau, 'signContract', first);
    const { id } = data.signContract.contract as { readonly id: string };
    expect(await warningsOf(id)).toEqual([]);

    for (const serial of [1, 2]) {
      const before = { operatorAgencyId: anAgencyId(), operationMode: 'PURCHASED' as const };
      const direct = { ...standing(aStationId(serial)), operatorAgencyId: null };
      const changed = { ...direct, before, from: today, stayingPostings: [] };
      await graph.hear('qianshou.station.operator-changed.v1', changed);
    }

    expect(await warningsOf(id)).toMatchObject([
      { rule: 'FUN-5', figures: [{ name: 'STATIONS_OF_OTHERS', value: 1 }] },
    ]);
    const second = contractInput(budgetPlanId, { stationIds: [aStationId(2)], contractNo: '演示-2' });
    expect((await run(graph, bureau, 'signContract', second)).code).toBe('CONTRACT_PROVIDER_NOT_OPERATOR');
  });
});

describe('an agency that pairing merged into another one', () => {
  it('has its contracts under the id that was kept', async () => {
    await graph.hear('qianshou.pairing.agency-merged.v1', {
      agencyId: anAgencyId(9),
      droppedAgencyId: anAgencyId(),
    });

    const { data } = await graph.execute(
      `{ contracts(where: { providerAgencyId: { eq: "${anAgencyId(9)}" } }) { nodes { contractNo } } }`,
      {},
      bureau,
    );
    expect(data.contracts.nodes).toEqual([{ contractNo: '演示-1' }]);
  });

  it('moves every field of every collection here that names an agency', () => {
    // Whoever began an import began it as who they were.
    expect(unmovedAgencyPaths(graph.connection, NAMING_AGENCIES)).toEqual([
      'import_runs.owner.grants.agencyId',
    ]);
  });
});
