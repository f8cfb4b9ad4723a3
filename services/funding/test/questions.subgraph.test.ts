import { PUBLIC_ACTOR } from '@qianshou/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAgencyId, aStationId } from './builders.ts';
import {
  approved,
  bureau,
  finance,
  type FundingGraph,
  fundingGraph,
  paid,
  provider,
  requested,
  run,
  signed,
  startOver,
  year,
} from './under-test.ts';

let graph: FundingGraph;
let contractId: string;

/** One contract, whose first installment is paid; the second waits for its evaluation. */
beforeAll(async () => {
  graph = await fundingGraph();
  await startOver(graph);
  contractId = await signed(graph, await approved(graph), { amountFen: '20000000' });
  await paid(graph, contractId);
});
afterAll(() => graph.stop());

const ask = async (query: string, actor = finance) => {
  const { data, errors } = await graph.execute(`{ ${query} }`, {}, actor);
  expect(errors).toEqual([]);
  return data;
};

describe('what people ask of the money', () => {
  it('Which line came from which source? Each line of the plan, and the source that it became', async () => {
    const { budgetPlans } = await ask(
      'budgetPlans(where: { regionCode: { within: "420581" } }) { nodes { lines { kind amount { fen } } sources { kind amount { fen } } } }',
    );

    const [{ lines, sources }] = budgetPlans.nodes;
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources.filter(({ kind }: { kind: string }) => kind !== 'MUNICIPAL_TOP_UP'))
      expect(lines).toContainEqual(source);
  });

  it('Any payment beyond the contract? None: what was asked and paid of each installment is within it, and more is refused', async () => {
    const { contracts } = await ask(
      `contracts(where: { regionCode: { within: "420581" }, year: { eq: ${year} } }) {
        nodes { amount { fen } paid { fen } installments { no amount { fen } requested { fen } paid { fen } } }
      }`,
    );

    const [contract] = contracts.nodes;
    expect(contract).toMatchObject({ amount: { fen: '20000000' }, paid: { fen: '10000000' } });
    for (const { amount, requested: asked } of contract.installments)
      expect(BigInt(asked.fen) <= BigInt(amount.fen)).toBe(true);
    const { code } = await run(graph, bureau, 'requestPayment', { contractId, installmentNo: 1 });
    expect(code).toBeDefined();
  });

  it('When is the next payment, and what is missing? The second installment, whose evaluation is not there', async () => {
    const { contracts } = await ask(
      `contracts(where: { providerAgencyId: { eq: "${anAgencyId()}" } }) {
        nodes { installments { no condition metOn status } payments(where: { status: { in: [PAID] } }) { nodes { installmentNo } } }
      }`,
      provider,
    );

    const [{ installments, payments }] = contracts.nodes;
    expect(installments).toMatchObject([
      { no: 1, status: 'PAID' },
      { no: 2, condition: 'MID_TERM_EVALUATION', metOn: null, status: 'PENDING' },
      { no: 3, metOn: null, status: 'PENDING' },
    ]);
    expect(payments.nodes).toEqual([{ installmentNo: 1 }]);
    await expect(requested(graph, contractId, { installmentNo: 2 })).rejects.toThrow();
  });

  it('What did the station cost? Everybody sees the contract and what is paid of it, and no payment of anybody', async () => {
    const { contracts } = await ask(
      `contracts(where: { stationId: { eq: "${aStationId()}" } }) { nodes { year amount { fen } paid { fen } } }`,
      PUBLIC_ACTOR,
    );

    expect(contracts.nodes).toMatchObject([{ year, amount: { fen: '20000000' }, paid: { fen: '10000000' } }]);
    const { errors } = await graph.execute(
      `{ contract(id: "${contractId}") { payments { nodes { id } } } }`,
      {},
      PUBLIC_ACTOR,
    );
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('Which are open, of which provider, day and amount? Each list answers by its filters, and in the order of an amount', async () => {
    const at = 'regionCode: { within: "420581" }';
    const lists = await ask(`
      open: contracts(where: { ${at}, open: true, overdue: false, status: { in: [SIGNED] } }) { nodes { id } }
      closed: contracts(where: { ${at}, open: false }) { nodes { id } }
      overdue: contracts(where: { ${at}, overdue: true }) { nodes { id } }
      dear: contracts(where: { ${at}, amount: { gte: "20000000", lte: "20000000" }, signedOn: { gte: "${year}-01-01", lte: "${year}-12-31" } }, orderBy: [{ field: AMOUNT, direction: DESC }]) { nodes { id } }
      dearer: contracts(where: { ${at}, amount: { gte: "20000001" } }, orderBy: [{ field: SIGNED_ON }]) { nodes { id } }
      paid: payments(where: { ${at}, open: false, payeeAgencyId: { eq: "${anAgencyId()}" }, paidOn: { gte: "${year}-01-01" } }, orderBy: [{ field: PAID_ON }]) { nodes { status } }
      others: payments(where: { ${at}, payeeAgencyId: { eq: "${anAgencyId(9)}" } }) { nodes { status } }
      waiting: payments(where: { ${at}, open: true }, orderBy: [{ field: AMOUNT, direction: DESC }]) { nodes { status } }
      plans: budgetPlans(where: { ${at}, open: true, planned: { lte: "220000000" } }, orderBy: [{ field: PLANNED }]) { nodes { status } }
      awards: rewardAwards(where: { ${at}, open: true, kind: { eq: BUILDING }, amount: { gte: "1" } }, orderBy: [{ field: AMOUNT }]) { nodes { id } }
    `);

    const counts = Object.entries(lists).map(([name, { nodes }]: [string, any]) => [name, nodes.length]);
    const [none, one] = [0, 1];
    expect(Object.fromEntries(counts)).toEqual({
      open: one,
      closed: none,
      overdue: none,
      dear: one,
      dearer: none,
      paid: one,
      others: none,
      waiting: none,
      plans: one,
      awards: none,
    });
  });

  it('What is missing of the next payment, and when is it due? The second waits for its evaluation and an invoice', async () => {
    const { contract } = await ask(
      `contract(id: "${contractId}") { installments { no missing dueOn late } }`,
      provider,
    );

    expect(contract.installments[1]).toMatchObject({ no: 2, dueOn: null, late: false });
    expect(contract.installments[1].missing).toContain('EVALUATION');
  });
});
