import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approved, type FundingGraph, fundingGraph, signed } from './under-test.ts';

let graph: FundingGraph;
let budgetPlanId: string;
let contractId: string;

beforeAll(async () => {
  graph = await fundingGraph();
  budgetPlanId = await approved(graph);
  contractId = await signed(graph, budgetPlanId);
});
afterAll(() => graph.stop());

describe('an entity that another service refers to', () => {
  const ENTITY = `query ($of: [_Any!]!) { _entities(representations: $of) {
    ... on BudgetPlan { id planned { fen } } ... on Contract { id } } }`;

  it('answers as if there were none to who may not see it', async () => {
    const of = [
      { __typename: 'BudgetPlan', id: budgetPlanId },
      { __typename: 'Contract', id: contractId },
    ];

    const { data } = await graph.execute(ENTITY, { of });

    expect(data._entities).toEqual([null, { id: contractId }]);
  });
});
