import { calendarDate, chinaDay } from '@qianshou/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStationId, YIDU } from './builders.ts';
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
  run,
  told,
} from './under-test.ts';

let graph: FundingGraph;
let lastYear: string;
let budgetPlanId: string;
let contractId: string;
let now = new Date('2026-03-10T02:00:00Z');

const dayOf = (iso: string) => {
  now = new Date(`${iso}T02:00:00Z`);
};
const today = () => chinaDay(now);
const fundOf = (year: number) => ({ year, amountFen: '5000000000', source: '演示决算' });

const termsOf = (plan: string, changes: Record<string, unknown>) =>
  contractInput(plan, { signedOn: today(), startsOn: today(), stationIds: [aStationId(1)], ...changes });
const sign = (changes: Record<string, unknown>) =>
  run(
    graph,
    bureau,
    'signContract',
    termsOf(budgetPlanId, { contractNo: '演示-2', endsOn: calendarDate('2027-12-31'), ...changes }),
  );
const open = (changes: Record<string, unknown> = {}, actor = finance) =>
  run(graph, actor, 'openProvisionalSpending', {
    budgetPlanId,
    amountFen: '4000000',
    usableUntil: '2027-03-31',
    document: '演示〔2027〕2号',
    ...changes,
  });

async function pay(contract: string, amountFen: string, voucherNo: string): Promise<void> {
  const asked = await run(graph, bureau, 'requestPayment', {
    contractId: contract,
    installmentNo: 1,
    amountFen,
  });
  const paymentId = asked.data.requestPayment.payment.id as string;
  await run(graph, finance, 'approvePayment', { paymentId });
  const made = await run(graph, finance, 'makePayment', payInput(paymentId, { voucherNo, paidOn: today() }));
  expect(made.errors).toEqual([]);
}

/** In 2026 40,000 yuan were paid by the end of March and 60,000 later; the rest of the year is given back. */
beforeAll(async () => {
  graph = await fundingGraph({ now: () => now });
  lastYear = await approved(graph, draftInput({ year: 2026, assistanceFund: fundOf(2025) }));
  const terms = { contractNo: '演示-1', endsOn: calendarDate('2026-12-31') };
  const { data } = await run(graph, bureau, 'signContract', termsOf(lastYear, terms));
  const id = data.signContract.contract.id as string;
  dayOf('2026-03-31');
  await pay(id, '4000000', '凭证-1');
  dayOf('2026-04-01');
  await pay(id, '6000000', '凭证-2');
  dayOf('2027-02-01');
  const settled = await run(graph, finance, 'settleBudget', {
    budgetPlanId: lastYear,
    document: '演示决算',
    giveBack: ['ASSISTANCE_FUND_SHARE', 'MUNICIPAL_TOP_UP'],
  });
  expect(settled.errors).toEqual([]);
  const draft = await run(
    graph,
    bureau,
    'draftBudget',
    draftInput({ year: 2027, assistanceFund: fundOf(2026) }),
  );
  budgetPlanId = draft.data.draftBudget.budgetPlan.id;
});
afterAll(() => graph.stop());

const RECONCILE = `{ reconciliation(countyCode: "${YIDU}", year: 2027) {
  balanced findings { kind } accounts { account guard { fen } } } }`;

async function balances(): Promise<Record<string, string>> {
  const { data } = await graph.execute(RECONCILE, {}, finance);
  expect(data.reconciliation).toMatchObject({ balanced: true, findings: [] });
  const accounts: readonly { account: string; guard: { fen: string } }[] = data.reconciliation.accounts;
  return Object.fromEntries(
    accounts.map(({ account, guard }) => [account.slice('STATION_WORK/'.length), guard.fen]),
  );
}

describe('openProvisionalSpending, before the budget is approved', () => {
  it('binds nothing before it, and opens at most what was paid in the same period, by a second person', async () => {
    expect((await sign({})).code).toBe('FUNDING_STATUS_WRONG');
    expect((await open({}, bothHats)).code).toBe('FUNDING_FOUR_EYES');
    expect((await open({}, bureau)).code).toBe('FORBIDDEN');
    expect((await open({ usableUntil: '2028-01-01' })).code).toBe('BAD_USER_INPUT');
    expect((await open({ usableUntil: '2027-01-31' })).code).toBe('BAD_USER_INPUT');
    expect((await open({ budgetPlanId: lastYear })).code).toBe('FUNDING_STATUS_WRONG');
    expect(await open({ amountFen: '4000001' })).toMatchObject({
      code: 'BUDGET_PROVISIONAL_ABOVE_CEILING',
      details: { ceilingFen: '4000000', askedFen: '4000001' },
    });
  });

  it('opens it of the sources of the draft, but for the assistance fund, and tells so', async () => {
    const before = await balances();

    expect((await open({ amountFen: '3500000' })).errors).toEqual([]);

    const after = await balances();
    expect(BigInt(after['APPROPRIATED'] ?? 0) - BigInt(before['APPROPRIATED'] ?? 0)).toBe(3_500_000n);
    expect(after).toMatchObject({ SOURCE_SUPERIOR_GRANT: '-1500000', SOURCE_MUNICIPAL_TOP_UP: '-2000000' });
    expect(after).not.toHaveProperty('SOURCE_ASSISTANCE_FUND_SHARE');
    expect((await told(graph, 'budget-provisional-opened'))?.data).toMatchObject({
      provisionalFen: '3500000',
      usableUntil: '2027-03-31',
      ceilingFen: '4000000',
    });
    expect((await open({ amountFen: '500001' })).code).toBe('BUDGET_PROVISIONAL_ABOVE_CEILING');
    expect((await open({ amountFen: '500000' })).errors).toEqual([]);
  });

  it('FUN-10 is bound and paid by others than who opened it, until its last day', async () => {
    dayOf('2027-04-01');
    expect((await sign({ amountFen: '3000000' })).code).toBe('FUNDING_STATUS_WRONG');
    dayOf('2027-02-02');
    expect((await sign({ amountFen: '99000000' })).code).toBe('BUDGET_EXHAUSTED');

    const { data, errors } = await sign({ amountFen: '30000000' });

    expect(errors).toEqual([]);
    contractId = data.signContract.contract.id;
    await pay(contractId, '1000000', '凭证-3');
    expect(await balances()).toMatchObject({ COMMITTED: '39000000', DISBURSED: '1000000' });
  });

  it('refuses an approval that would take back what is bound, and absorbs it otherwise', async () => {
    const { countyCode: _county, year: _year, ...terms } = draftInput({ assistanceFund: fundOf(2026) });
    const redraft = (changes: Record<string, unknown>) =>
      run(graph, bureau, 'redraftBudget', { ...terms, budgetPlanId, ...changes });
    const small = [{ kind: 'SUPERIOR_GRANT', amountFen: '1' }];
    await redraft({ plannedFen: '1', lines: small });
    await run(graph, bureau, 'submitBudget', { budgetPlanId });
    expect((await run(graph, finance, 'approveBudget', { budgetPlanId })).code).toBe(
      'BUDGET_BELOW_COMMITTED',
    );
    await run(graph, finance, 'rejectBudget', { budgetPlanId, reason: '低于已安排支出' });
    await redraft({});
    await run(graph, bureau, 'submitBudget', { budgetPlanId });

    const { errors } = await run(graph, finance, 'approveBudget', { budgetPlanId });

    expect(errors).toEqual([]);
    expect((await told(graph, 'budget-approved'))?.data).toMatchObject({
      plannedFen: '220000000',
      provisionalFen: '4000000',
    });
    expect(await balances()).toMatchObject({
      SOURCE_ASSISTANCE_FUND_SHARE: '-150000000',
      SOURCE_SUPERIOR_GRANT: '-30000000',
      SOURCE_MUNICIPAL_TOP_UP: '-40000000',
    });
    const { data } = await graph.execute(
      'query ($id: ID!) { budgetPlan(id: $id) { provisional { no amount { fen } ceiling { fen } openedBy } } }',
      { id: budgetPlanId },
      finance,
    );
    expect(data.budgetPlan.provisional).toMatchObject([
      { no: 1, amount: { fen: '3500000' }, ceiling: { fen: '4000000' }, openedBy: finance.subject },
      { no: 2, amount: { fen: '500000' } },
    ]);
    expect((await open()).code).toBe('FUNDING_STATUS_WRONG');
  });
});
