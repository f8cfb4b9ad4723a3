import { calendarDate, chinaDay } from '@qianshou/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { YIDU } from './builders.ts';
import {
  approved,
  bothHats,
  bureau,
  contractInput,
  draftInput,
  finance,
  type FundingGraph,
  fundingGraph,
  payInput,
  requested,
  run,
  told,
} from './under-test.ts';

let graph: FundingGraph;
let budgetPlanId: string;
let contractId: string;
let now = new Date('2026-12-20T02:00:00Z');

const dayOf = (iso: string) => {
  now = new Date(`${iso}T02:00:00Z`);
};
const today = () => chinaDay(now);

/** 2,200,000 yuan for 2026, a contract of 200,000, of which its signing pays half. */
beforeAll(async () => {
  graph = await fundingGraph({ now: () => now });
  budgetPlanId = await approved(graph, draftInput({ year: 2026, assistanceFund: FUND }));
  const days = { signedOn: today(), startsOn: today(), endsOn: calendarDate('2027-12-19') };
  const { data } = await run(graph, bureau, 'signContract', contractInput(budgetPlanId, days));
  contractId = data.signContract.contract.id;
});
afterAll(() => graph.stop());

const FUND = { year: 2025, amountFen: '5000000000', source: '演示决算' };

const settle = (changes: Record<string, unknown> = {}, actor = finance) =>
  run(graph, actor, 'settleBudget', { budgetPlanId, document: '演示决算〔2026〕1号', ...changes });

const RECONCILE = `query ($year: Int!) { reconciliation(countyCode: "${YIDU}", year: $year) {
  balanced accounts { account guard { fen } } } }`;

async function balancesOf(year: number): Promise<Record<string, string>> {
  const { data } = await graph.execute(RECONCILE, { year }, finance);
  expect(data.reconciliation.balanced).toBe(true);
  return Object.fromEntries(
    data.reconciliation.accounts.map((each: { account: string; guard: { fen: string } }) => [
      each.account.replace('STATION_WORK/', ''),
      each.guard.fen,
    ]),
  );
}

const READ = `query ($plan: ID!, $contract: ID!) {
  budgetPlan(id: $plan) { status allowedActions final { paid { fen } carriedOver { fen } bound { fen } surplus { fen }
    surplusSources { kind amount { fen } } settledOn document } }
  contract(id: $contract) { year boundIn } }`;

const read = async () =>
  (await graph.execute(READ, { plan: budgetPlanId, contract: contractId }, finance)).data;

describe('settleBudget, from one year into the next', () => {
  it('waits for the last day of the year, and for every payment of it', async () => {
    expect((await settle()).code).toBe('BUDGET_YEAR_NOT_OVER');
    const paymentId = await requested(graph, contractId, { amountFen: '4000000' });
    const late = await requested(graph, contractId, { amountFen: '1000000' });
    for (const each of [paymentId, late]) await run(graph, finance, 'approvePayment', { paymentId: each });
    dayOf('2026-12-31');

    const open = await settle();
    const paid = await run(graph, finance, 'makePayment', payInput(paymentId, { paidOn: today() }));

    expect(open.code).toBe('BUDGET_PAYMENTS_OPEN');
    expect(open.details).toMatchObject({ open: 2, paymentIds: [paymentId, late].toSorted() });
    expect(paid.errors).toEqual([]);
  });

  it('leaves a payment in the year in which the bank paid it', async () => {
    const { data } = await graph.execute(
      'query { payments(where: { status: { in: [APPROVED] } }) { nodes { id } } }',
      {},
      finance,
    );
    const [{ id: paymentId }] = data.payments.nodes;
    dayOf('2027-01-03');

    const { errors } = await run(
      graph,
      finance,
      'makePayment',
      payInput(paymentId, { paidOn: today(), voucherNo: '凭证-2' }),
    );

    expect(errors).toEqual([]);
    expect((await told(graph, 'payment-made'))?.data).toMatchObject({ year: 2027, movedFromYear: 2026 });
    expect(await balancesOf(2026)).toMatchObject({
      RESERVED: '0',
      DISBURSED: '4000000',
      CARRIED_OVER: '1000000',
    });
    expect(await balancesOf(2027)).toMatchObject({ DISBURSED: '1000000' });
  });

  it('binds nothing new under a year that is over', async () => {
    const { code } = await run(
      graph,
      bureau,
      'signContract',
      contractInput(budgetPlanId, {
        contractNo: '演示-2',
        signedOn: today(),
        startsOn: today(),
        endsOn: calendarDate('2027-12-31'),
      }),
    );

    expect(code).toBe('BUDGET_YEAR_OVER');
  });

  it('FUN-10 closes the year by a second person, carries what is left over and gives back what is asked for', async () => {
    expect((await settle({}, bothHats)).code).toBe('FUNDING_FOUR_EYES');

    const { errors } = await settle({ giveBack: ['SUPERIOR_GRANT'] });

    expect(errors).toEqual([]);
    const { budgetPlan, contract } = await read();
    expect(budgetPlan).toMatchObject({
      status: 'SETTLED',
      allowedActions: [],
      final: {
        paid: { fen: '4000000' },
        bound: { fen: '15000000' },
        surplusSources: [{ kind: 'SUPERIOR_GRANT', amount: { fen: '27272727' } }],
        settledOn: '2027-01-03',
      },
    });
    const { paid, carriedOver, bound, surplus } = budgetPlan.final;
    const parts = [paid, carriedOver, bound, surplus].map(({ fen }: { fen: string }) => BigInt(fen));
    expect(parts.reduce((sum, each) => sum + each, 1_000_000n)).toBe(220_000_000n);
    expect(contract).toEqual({ year: 2026, boundIn: 2027 });
    expect(await balancesOf(2026)).toMatchObject({ APPROPRIATED: '0', COMMITTED: '0', SURPLUS: '27272727' });
    expect(await balancesOf(2027)).toMatchObject({
      APPROPRIATED: carriedOver.fen,
      COMMITTED: '15000000',
      DISBURSED: '1000000',
    });
    expect((await told(graph, 'budget-settled'))?.data).toMatchObject({ year: 2026, toYear: 2027 });
  });

  it('carries over once, and binds nothing any more', async () => {
    expect((await settle()).code).toBe('FUNDING_STATUS_WRONG');
    const adjusted = await run(graph, bureau, 'adjustBudget', {
      budgetPlanId,
      kind: 'SUPPLEMENT',
      plannedFen: '230000000',
      lines: [],
      document: '演示',
      reason: '演示',
    });
    expect(adjusted.code).toBe('FUNDING_STATUS_WRONG');
  });

  it('pays what was carried over in the next year, from the sources of the year before', async () => {
    const paymentId = await requested(graph, contractId);
    await run(graph, finance, 'approvePayment', { paymentId });

    const { errors } = await run(
      graph,
      finance,
      'makePayment',
      payInput(paymentId, { paidOn: today(), voucherNo: '凭证-3' }),
    );

    expect(errors).toEqual([]);
    const { data } = await graph.execute(
      'query ($id: ID!) { payment(id: $id) { year sources { originYear } } }',
      { id: paymentId },
      finance,
    );
    expect(data.payment.year).toBe(2027);
    expect(data.payment.sources.every((part: { originYear: number }) => part.originYear === 2026)).toBe(true);
    expect(await balancesOf(2027)).toMatchObject({ COMMITTED: '10000000', DISBURSED: '6000000' });
  });

  it('gives back what comes back of a closed year, and reverses none of its entries', async () => {
    const { data } = await graph.execute(
      'query { payments(where: { year: { eq: 2026 }, status: { in: [PAID] } }) { nodes { id } } }',
      {},
      finance,
    );
    const [{ id: paymentId }] = data.payments.nodes;
    const back = (reason: string) =>
      run(graph, finance, 'returnPayment', { paymentId, reason, note: '演示' });

    expect((await back('RECORDED_IN_ERROR')).code).toBe('BUDGET_YEAR_CLOSED');
    expect((await back('CAME_BACK')).errors).toEqual([]);
    expect(await balancesOf(2026)).toMatchObject({
      COMMITTED: '0',
      RETURNED: '-4000000',
      SURPLUS: '31272727',
    });
  });
});
