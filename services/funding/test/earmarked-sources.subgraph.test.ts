import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  applied,
  approved,
  bureau,
  contractInput,
  finance,
  type FundingGraph,
  fundingGraph,
  paid,
  reconciled,
  run,
  signed,
  startOver,
  stationPasses,
  today,
  year,
} from './under-test.ts';
import { addDays } from '@qianshou/kernel';

let graph: FundingGraph;

beforeAll(async () => {
  graph = await fundingGraph();
  await stationPasses(graph);
});
beforeEach(() => startOver(graph));
afterAll(() => graph.stop());

const PARTS = 'sources { kind originYear amount { fen } }';

interface Part {
  readonly kind: string;
  readonly amount: { readonly fen: string };
}

const fenOf = (parts: readonly Part[]) =>
  Object.fromEntries(parts.map((part) => [part.kind, part.amount.fen]));

const budget = (lines: readonly Record<string, unknown>[], plannedFen: string) =>
  approved(graph, { lines, plannedFen, assistanceFund: null });

describe('FUN-13 money that is earmarked', () => {
  it('is followed from its source to the payment, fen by fen', async () => {
    const budgetPlanId = await approved(graph);
    const contractId = await signed(graph, budgetPlanId);
    const paymentId = await paid(graph, contractId);

    const { data, errors } = await graph.execute(
      `query ($plan: ID!, $contract: ID!, $payment: ID!) {
        contract(id: $contract) { ${PARTS} } payment(id: $payment) { ${PARTS} }
        budgetPlan(id: $plan) { sources { kind stages { stage amount { fen } } } } }`,
      { plan: budgetPlanId, contract: contractId, payment: paymentId },
      finance,
    );

    expect(errors).toEqual([]);
    expect(fenOf(data.contract.sources)).toEqual({
      ASSISTANCE_FUND_SHARE: '13636364',
      SUPERIOR_GRANT: '2727273',
      MUNICIPAL_TOP_UP: '3636363',
    });
    expect(fenOf(data.payment.sources)).toEqual({
      ASSISTANCE_FUND_SHARE: '6818182',
      SUPERIOR_GRANT: '1363637',
      MUNICIPAL_TOP_UP: '1818181',
    });
    const grant = data.budgetPlan.sources.find(({ kind }: Part) => kind === 'SUPERIOR_GRANT');
    expect(grant.stages).toEqual([
      { stage: 'APPROPRIATED', amount: { fen: '27272727' } },
      { stage: 'COMMITTED', amount: { fen: '1363636' } },
      { stage: 'DISBURSED', amount: { fen: '1363637' } },
    ]);
    expect((await reconciled(graph)).balanced).toBe(true);
  });

  it('of a budget of BUILD_REWARD pays no purchase, and pays a reward', async () => {
    const budgetPlanId = await budget([{ kind: 'BUILD_REWARD', amountFen: '5000000' }], '5000000');

    const purchase = await run(
      graph,
      bureau,
      'signContract',
      contractInput(budgetPlanId, { amountFen: '1' }),
    );
    const awardId = await applied(graph, budgetPlanId);
    const reward = await run(graph, finance, 'approveAward', { awardId });

    expect(purchase.code).toBe('SOURCE_PURPOSE_EXHAUSTED');
    expect(purchase.details).toMatchObject({ rule: 'FUN-13', availableFen: '0', askedFen: '1' });
    expect(reward.errors).toEqual([]);
    const { data } = await graph.execute(`query { rewardAwards { nodes { ${PARTS} } } }`);
    expect(fenOf(data.rewardAwards.nodes[0].sources)).toEqual({ BUILD_REWARD: '3000000' });
  });

  it('is taken in order where that is asked for, and not after its last day', async () => {
    const lines = [
      { kind: 'CHARITY', amountFen: '3000000', usableUntil: addDays(today, -1) },
      { kind: 'CENTRAL_REWARD', amountFen: '3000000', usableUntil: today },
      { kind: 'PURCHASE_BUDGET', amountFen: '3000000' },
    ];
    const budgetPlanId = await budget(lines, '9000000');

    await signed(graph, budgetPlanId, { amountFen: '4000000', allocation: 'ORDER' });

    const { data } = await graph.execute(
      `query { contracts(where: { year: { eq: ${year} } }) { nodes { ${PARTS} } } }`,
    );
    expect(fenOf(data.contracts.nodes[0].sources)).toEqual({
      PURCHASE_BUDGET: '3000000',
      CENTRAL_REWARD: '1000000',
    });
  });
});
