import type { ImportKindName } from '@qianshou/kernel';
import { importing, workOffImports } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldFundingEvent } from '../src/messaging/figures.ts';
import { anAgencyId, aStationId, YIDU } from './builders.ts';
import { bureau, finance, type FundingGraph, fundingGraph, run, year } from './under-test.ts';

let graph: FundingGraph;
let stopImports: () => Promise<void>;

const past = year - 2;
const next = past + 1;

beforeAll(async () => {
  graph = await fundingGraph();
  stopImports = workOffImports(graph);
});
afterAll(async () => {
  await stopImports();
  await graph.stop();
});

const bringIn = (kind: ImportKindName, ...lines: readonly string[]) =>
  importing(graph, { of: 'Funding', kind, actor: bureau }).bringIn(lines.join('\n'));

const codesOf = ({ checked }: { checked: { nodes: readonly { line: number; code: string }[] } }) =>
  checked.nodes.map(({ line, code }) => [line, code]);

const BUDGETS =
  '县级代码,预算年度,预算总额,社会救助专项经费,上级专项拨款,上年社会救助专项经费总额,批复文号,批复日期';
const CONTRACTS =
  '县级代码,合同编号,预算年度,承接机构编号,社工站编号,采购方式,合同金额,签订日期,开始日期,结束日期';
const PAYMENTS = '县级代码,合同编号,拨付金额,拨付日期,凭证号,发票号';

const contractRow = (no: string, amount: string, station = 1, of: number = past) =>
  `${YIDU},${no},${of},${anAgencyId()},${aStationId(station)},公开招标,${amount},${of}-03-15,${of}-04-01,${of}-12-31`;

const RECONCILE = `query ($year: Int!) { reconciliation(countyCode: "${YIDU}", year: $year) {
  balanced entries findings { kind } accounts { account guard { fen } difference { fen } } } }`;

async function books(of: number) {
  const { data } = await graph.execute(RECONCILE, { year: of }, finance);
  const { balanced, accounts, findings } = data.reconciliation;
  const guards = accounts.map((each: any) => [each.account.replace('STATION_WORK/', ''), each.guard.fen]);
  return { balanced, findings, guards: Object.fromEntries(guards) };
}

describe('HISTORY: budgets, contracts and payments of past years', () => {
  it('FUN-1, 2, 3 take in budgets as their papers say, closed, and refuse a share above the cap and a year that runs', async () => {
    const table = [
      BUDGETS,
      `${YIDU},${past},2200000元,1500000,"300,000.00",50000000,演示〔${past}〕1号,${past}-02-01`,
      `${YIDU},${next},2200000,1500000.01,,50000000,演示〔${next}〕1号,`,
      `${YIDU},${year},2200000,,,,演示,`,
      `${YIDU},${past - 1},1000000,100000,,,演示,`,
      `${YIDU},${past - 2},1.005,,,,演示,`,
      `640522,${past},1000000,,,,演示,`,
    ];

    const imported = await bringIn('BUDGETS', ...table);

    expect(imported.application).toMatchObject({ rows: 6, new: 1, refused: 5 });
    expect(codesOf(imported)).toEqual(
      expect.arrayContaining([
        [3, 'BUDGET_SHARE_ABOVE_CAP'],
        [4, 'FUNDING_HISTORY_NOT_PAST'],
        [5, 'BUDGET_BASE_MISSING'],
        [6, 'BAD_USER_INPUT'],
        [7, 'FORBIDDEN'],
      ]),
    );
    await bringIn('BUDGETS', BUDGETS, `${YIDU},${next},100000,,100000,,演示〔${next}〕1号,`);
    const again = await bringIn('BUDGETS', ...table.slice(0, 2));
    expect(again.application).toMatchObject({ known: 1, new: 0 });
    const { data } = await graph.execute(
      `{ budgetPlans(where: { origin: { eq: HISTORY }, year: { eq: ${past} } }) { nodes { origin status draftedBy submittedBy decidedBy
        topUp { fen } historySource { number } allowedActions original { planned { fen } } sources { kind amount { fen } } } } }`,
      {},
      finance,
    );
    expect(data.budgetPlans.nodes).toEqual([
      expect.objectContaining({
        origin: 'HISTORY',
        status: 'SETTLED',
        submittedBy: null,
        decidedBy: null,
        topUp: { fen: '40000000' },
        historySource: { number: `演示〔${past}〕1号` },
        allowedActions: [],
      }),
    ]);
    expect(data.budgetPlans.nodes[0].sources).toHaveLength(3);
  });

  it('FUN-13 take in contracts that are over within their budget, one station at a time, and no second of a number', async () => {
    const imported = await bringIn(
      'CONTRACTS',
      CONTRACTS,
      contractRow('演示-旧-1', '200000'),
      contractRow('演示-旧-2', '2100000', 2),
      contractRow('演示-旧-3', '1000', 1),
      contractRow('演示-旧-4', '1000', 2, year - 5),
      contractRow('演示-旧-5', '1000', 9),
      contractRow('演示-旧-6', '300', 2),
      contractRow('演示-旧-7', '60000', 2, next),
    );

    expect(imported.application).toMatchObject({ rows: 7, new: 3, refused: 4 });
    expect(codesOf(imported)).toEqual(
      expect.arrayContaining([
        [3, 'BUDGET_EXHAUSTED'],
        [4, 'CONTRACT_OVERLAPS'],
        [5, 'FUNDING_HISTORY_BUDGET_MISSING'],
        [6, 'NOT_KNOWN_HERE_YET'],
      ]),
    );
    const plan = await graph.execute(
      `{ budgetPlans(where: { year: { eq: ${past} } }) { nodes { id } } }`,
      {},
      bureau,
    );
    const [{ id: budgetPlanId }] = plan.data.budgetPlans.nodes;
    const signing = {
      budgetPlanId,
      contractNo: '今',
      providerAgencyId: anAgencyId(),
      stationIds: [aStationId()],
    };
    const days = { signedOn: `${year}-01-05`, startsOn: `${year}-02-01`, endsOn: `${year}-12-31` };
    const { code } = await run(graph, bureau, 'signContract', {
      ...signing,
      ...days,
      method: 'OPEN_TENDER',
      amountFen: '100',
    });
    expect(code).toBe('FUNDING_STATUS_WRONG');
  });

  it('FUN-13 take in payments up to their contract, each slip once, also those of the year after', async () => {
    const imported = await bringIn(
      'PAYMENTS',
      PAYMENTS,
      `${YIDU},演示-旧-1,100000,${past}-04-20,旧凭证-1,旧发票-1`,
      `${YIDU},演示-旧-1,99999.99,${next}-01-20,旧凭证-2,`,
      `${YIDU},演示-旧-1,0.02,${past}-12-20,旧凭证-3,`,
      `${YIDU},演示-旧-6,100,${past}-12-20,旧凭证-1,`,
      `${YIDU},演示-旧-6,100,${past}-12-21,旧凭证-4,旧发票-1`,
      `${YIDU},演示-旧-6,100,${year}-01-02,旧凭证-5,`,
      `${YIDU},没有,100,${past}-12-20,旧凭证-6,`,
      `${YIDU},演示-旧-1,0.01,${past}-12-20,旧凭证-7,`,
    );

    expect(imported.application).toMatchObject({ rows: 8, new: 3, refused: 5 });
    expect(codesOf(imported)).toEqual(
      expect.arrayContaining([
        [4, 'PAYMENT_BEYOND_CONTRACT'],
        [5, 'PAYMENT_VOUCHER_TAKEN'],
        [6, 'PAYMENT_INVOICE_TAKEN'],
        [7, 'FUNDING_HISTORY_NOT_PAST'],
        [8, 'FUNDING_HISTORY_CONTRACT_MISSING'],
      ]),
    );
    const { balanced, findings, guards } = await books(past);
    expect(findings).toEqual([]);
    expect(balanced).toBe(true);
    expect(guards).toMatchObject({ DISBURSED: '10000001', CARRIED_OVER: '9999999', COMMITTED: '30000' });
    expect(await books(next)).toMatchObject({ balanced: true, guards: { DISBURSED: '9999999' } });
    const { data } = await graph.execute(
      `{ journalEntries(countyCode: "${YIDU}", year: ${past}) { nodes { origin approver } }
         contracts(where: { origin: { eq: HISTORY } }) { nodes { contractNo origin status paid { fen } } } }`,
      {},
      finance,
    );
    expect(new Set(data.journalEntries.nodes.map(({ origin }: any) => origin))).toEqual(new Set(['HISTORY']));
    expect(data.journalEntries.nodes.every(({ approver }: any) => approver === null)).toBe(true);
    expect(data.contracts.nodes).toContainEqual(
      expect.objectContaining({ contractNo: '演示-旧-1', status: 'CLOSED', paid: { fen: '20000000' } }),
    );
  });

  it('put right what was entered wrongly: a payment by another person, then its contract', async () => {
    const { data } = await graph.execute(
      `{ payments(where: { origin: { eq: HISTORY }, year: { eq: ${past} } }) { nodes { id voucherNo requestedBy approvedBy } }
         contracts(where: { origin: { eq: HISTORY } }) { nodes { id contractNo } } }`,
      {},
      finance,
    );
    const wrong = data.payments.nodes.find(({ voucherNo }: any) => voucherNo === '旧凭证-1');
    expect(wrong.approvedBy).toBeNull();
    const undo = { reason: 'RECORDED_IN_ERROR', note: '演示' };
    expect(
      (await run(graph, finance, 'returnPayment', { paymentId: wrong.id, ...undo })).code,
    ).toBeUndefined();
    const idOf = (no: string) => data.contracts.nodes.find(({ contractNo }: any) => contractNo === no).id;
    const taken = await run(graph, bureau, 'withdrawContract', {
      contractId: idOf('演示-旧-6'),
      reason: '演示',
    });
    expect(taken.data.withdrawContract.contract.status).toBe('WITHDRAWN');
    const moved = await run(graph, bureau, 'withdrawContract', {
      contractId: idOf('演示-旧-1'),
      reason: '演示',
    });
    expect(moved.code).toBe('CONTRACT_MONEY_MOVED');
    expect(await books(past)).toMatchObject({ balanced: true, findings: [] });
  });

  it('FUN-16 stand in the figures of their year, and marked beside them', async () => {
    const events = (await graph.outbox()).map(({ type, data }) => ({ type, data }));
    const sums: Record<string, bigint> = {};
    for (const { regionCode, period, figures } of events.flatMap((event) => foldFundingEvent(event as never)))
      if (regionCode === YIDU && period === String(past))
        for (const [name, value] of Object.entries(figures)) sums[name] = (sums[name] ?? 0n) + BigInt(value);

    expect(sums).toMatchObject({
      plannedFen: 220_000_000n,
      historyPlannedFen: 220_000_000n,
      contractedFen: 20_000_000n,
      historyContractedFen: 20_000_000n,
      paidFen: 1n,
      historyPaidFen: 1n,
    });
  });
});
