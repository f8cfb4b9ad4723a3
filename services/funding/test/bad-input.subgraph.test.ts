import { calendarDate, type RegionCode } from '@qianshou/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAgencyId, aStationId, YIDU } from './builders.ts';
import { type Case, isRefused } from './refusals.ts';
import {
  approved,
  bothHats,
  bureau,
  contractInput,
  draftInput,
  finance,
  type FundingGraph,
  fundingGraph,
  hearOfPolicy,
  payInput,
  requested,
  run,
  standing,
} from './under-test.ts';

let graph: FundingGraph;
let now = new Date('2026-06-30T02:00:00Z');
const TODAY = calendarDate('2026-06-30');
const TOMORROW = calendarDate('2026-07-01');
const FUND = { year: 2025, amountFen: '5000000000', source: '演示决算' };
const CLOSED_STATION = aStationId(3);
const FOREIGN_STATION = aStationId(4);

let budgetPlanId: string;
let contractId: string;
let withdrawnId: string;
let paidId: string;

const days = (startsOn: string, endsOn: string) => ({
  signedOn: TODAY,
  startsOn: calendarDate(startsOn),
  endsOn: calendarDate(endsOn),
});
const draft = (changes: Record<string, unknown>) =>
  draftInput({ year: 2025, lines: [], assistanceFund: null, ...changes });
const contract = (changes: Record<string, unknown>) =>
  contractInput(budgetPlanId, {
    contractNo: '演示-9',
    stationIds: [aStationId(2)],
    ...days('2026-07-01', '2026-12-31'),
    ...changes,
  });

/** A year of Yidu: a contract of which a part is paid, one that was withdrawn, a closed station and a foreign one. */
beforeAll(async () => {
  graph = await fundingGraph({ now: () => now });
  await graph.hear('qianshou.pairing.agency-registered.v1', {
    agencyId: anAgencyId(2),
    name: '演示另一承接机构',
    homeRegionCode: YIDU,
    canDispatch: false,
    canReceive: false,
    canOperate: true,
    status: 'ACTIVE',
  });
  for (const [id, place] of [
    [CLOSED_STATION, {}],
    [FOREIGN_STATION, { countyCode: '640522' as RegionCode, townshipCode: '640522100' as RegionCode }],
  ] as const) {
    await graph.hear('qianshou.station.planned.v1', { ...standing(id), ...place }, { aggregateId: id });
  }
  await graph.hear(
    'qianshou.station.closed.v1',
    { ...standing(CLOSED_STATION), from: 'OPERATING', closedOn: TODAY, grade: null, wasOverdue: false },
    { aggregateId: CLOSED_STATION, sequence: 2 },
  );
  budgetPlanId = await approved(graph, { year: 2026, assistanceFund: FUND });
  const sign = async (changes: Record<string, unknown>) => {
    const answer = await run(graph, bureau, 'signContract', contract(changes));
    expect(answer.errors).toEqual([]);
    return answer.data.signContract.contract.id as string;
  };
  contractId = await sign({ contractNo: '演示-1', stationIds: [aStationId(1)] });
  withdrawnId = await sign({ contractNo: '演示-2', amountFen: '100' });
  const gone = await run(graph, bureau, 'withdrawContract', { contractId: withdrawnId, reason: '演示' });
  expect(gone.errors).toEqual([]);
  paidId = await requested(graph, contractId, { amountFen: '4000000' });
  await run(graph, finance, 'approvePayment', { paymentId: paidId });
  expect((await run(graph, finance, 'makePayment', payInput(paidId, { paidOn: TODAY }))).errors).toEqual([]);
});
afterAll(() => graph.stop());

const refused = (each: Case) => isRefused(graph, each);

const AMOUNTS = [
  '0',
  '-1',
  '1.5',
  '1e3',
  '\uFF11\uFF10\uFF10',
  '1000000000000001',
  '100 CNY',
  '\u00A5100',
  '',
  ' 1',
  100,
];

describe('an amount that is none', () => {
  it.each(AMOUNTS)('is refused as a plan, a line, a contract, a payment, a refund: %s', async (amountFen) => {
    const cases: readonly Omit<Case, 'code'>[] = [
      { field: 'draftBudget', input: draft({ plannedFen: amountFen }) },
      { field: 'signContract', input: contract({ amountFen }) },
      { field: 'requestPayment', input: { contractId, installmentNo: 1, amountFen } },
      { field: 'applyForAward', input: { budgetPlanId, stationId: aStationId(), amountFen } },
      {
        field: 'refundPayment',
        input: { paymentId: paidId, amountFen, receivedOn: TODAY, slipNo: '退-1', note: '演示' },
        by: finance,
      },
    ];

    for (const each of cases) await refused({ ...each, code: 'BAD_USER_INPUT' });
  });
});

describe('a sum beyond its bounds', () => {
  it('is refused of the lines of a budget, of the cap plus one fen, and of a budget that is exhausted', async () => {
    const most = '1000000000000000';
    const lines = [
      { kind: 'SUPERIOR_GRANT', amountFen: most },
      { kind: 'CHARITY', amountFen: most },
    ];
    const share = [{ kind: 'ASSISTANCE_FUND_SHARE', amountFen: '150000001' }];
    const fund = { ...FUND, year: 2024 };

    await refused({
      field: 'draftBudget',
      input: draft({ plannedFen: most, lines }),
      code: 'BUDGET_LINES_WRONG',
    });
    await refused({
      field: 'draftBudget',
      input: draft({ plannedFen: '220000000', lines: share, assistanceFund: fund }),
      code: 'BUDGET_SHARE_ABOVE_CAP',
    });
    await refused({ field: 'signContract', input: contract({ amountFen: most }), code: 'BUDGET_EXHAUSTED' });
  });
});

describe('terms of a contract that cannot be', () => {
  const parts = (...perMille: number[]) => perMille.map((each) => ({ condition: 'SIGNING', perMille: each }));

  it.each<[string, Record<string, unknown>, string]>([
    ['installments that do not sum', { installments: parts(500, 400) }, 'CONTRACT_TERMS_WRONG'],
    ['an installment of 0 thousandths', { installments: parts(1000, 0) }, 'CONTRACT_TERMS_WRONG'],
    [
      'an installment of less than a fen',
      { amountFen: '1', installments: parts(500, 500) },
      'CONTRACT_TERMS_WRONG',
    ],
    ['no installments', { installments: [] }, 'CONTRACT_TERMS_WRONG'],
    [
      'signed 1990 for 2050',
      { ...days('2050-01-01', '2050-12-31'), signedOn: '1990-01-01' },
      'BAD_USER_INPUT',
    ],
    ['for 2050', days('2050-01-01', '2050-12-31'), 'CONTRACT_OUTSIDE_BUDGET'],
    ['signed years before it begins', { signedOn: '2020-01-01' }, 'CONTRACT_OUTSIDE_BUDGET'],
    ['signed tomorrow', { signedOn: TOMORROW }, 'FUNDING_DAY_IN_FUTURE'],
    ['a station twice at a time', { stationIds: [aStationId(1)] }, 'CONTRACT_OVERLAPS'],
    ['a closed station', { stationIds: [CLOSED_STATION] }, 'CONTRACT_STATION_CLOSED'],
    ['a foreign station', { stationIds: [FOREIGN_STATION] }, 'CONTRACT_STATION_ELSEWHERE'],
    [
      'a provider that runs no station here',
      { providerAgencyId: anAgencyId(2) },
      'CONTRACT_PROVIDER_NOT_OPERATOR',
    ],
  ])('are refused: %s', async (_what, changes, code) => {
    await refused({ field: 'signContract', input: contract(changes), code });
  });
});

describe('a payment that must not be', () => {
  it('is refused before its condition, to nobody, after the end, above the rest, before it was asked for', async () => {
    const ask = (changes: Record<string, unknown>) => ({ contractId, installmentNo: 1, ...changes });
    const at = (paidOn: string) => payInput(openId, { paidOn, voucherNo: '凭证-9' });
    const asked = (input: Record<string, unknown>, code: string) =>
      refused({ field: 'requestPayment', input, code });
    await asked(ask({ installmentNo: 2 }), 'PAYMENT_CONDITION_NOT_MET');
    await asked(ask({ installmentNo: 9 }), 'CONTRACT_INSTALLMENT_UNKNOWN');
    await asked(ask({ contractId: withdrawnId }), 'FUNDING_STATUS_WRONG');
    await asked(ask({ amountFen: '6000001' }), 'PAYMENT_BEYOND_INSTALLMENT');
    const openId = await requested(graph, contractId, { amountFen: '100' });
    await refused({ field: 'makePayment', input: at(TODAY), code: 'FUNDING_STATUS_WRONG', by: finance });
    await refused({
      field: 'approvePayment',
      input: { paymentId: openId },
      code: 'FUNDING_FOUR_EYES',
      by: bothHats,
    });
    await run(graph, finance, 'approvePayment', { paymentId: openId });
    await refused({
      field: 'makePayment',
      input: at('2026-06-29'),
      code: 'PAYMENT_BEFORE_REQUEST',
      by: finance,
    });
    await refused({ field: 'makePayment', input: at(TOMORROW), code: 'FUNDING_DAY_IN_FUTURE', by: finance });
    await refused({
      field: 'makePayment',
      input: payInput(openId, { paidOn: TODAY }),
      code: 'PAYMENT_VOUCHER_TAKEN',
      by: finance,
    });
    await refused({
      field: 'refundPayment',
      input: { paymentId: paidId, amountFen: '4000001', receivedOn: TODAY, slipNo: '退-1', note: '演示' },
      code: 'REFUND_ABOVE_PAID',
      by: finance,
    });
    await run(graph, finance, 'makePayment', at(TODAY));
  });
});

describe('a rule that takes too much', () => {
  it.each([
    ['0', 0, 'BAD_USER_INPUT'],
    ['101', 101, 'BAD_USER_INPUT'],
  ])('is refused: %s percent', async (_what, gradePercent, code) => {
    const rule = { contractId, installmentNo: 3, gradePercent, document: '演示', reason: '演示' };

    await refused({ field: 'deductFromContract', input: rule, code, by: finance });
  });

  it('is refused: a whole installment of which something was paid', async () => {
    const rule = { contractId, installmentNo: 1, gradePercent: 100, document: '演示', reason: '演示' };

    await refused({
      field: 'deductFromContract',
      input: rule,
      code: 'CONTRACT_DEDUCTION_ABOVE_INSTALLMENT',
      by: finance,
    });
  });
});

describe('a budget that cannot be', () => {
  const adjusted = (plannedFen: string) => ({
    budgetPlanId,
    kind: 'ADJUSTMENT',
    plannedFen,
    lines: [],
    document: '演示',
    reason: '演示',
  });

  it('is refused for 2090, below what is committed, and of its own drafter with two hats', async () => {
    await refused({ field: 'draftBudget', input: draft({ year: 2090 }), code: 'BUDGET_YEAR_TOO_FAR' });
    await refused({ field: 'adjustBudget', input: adjusted('1'), code: 'BUDGET_BELOW_COMMITTED' });
    const { data } = await run(graph, bureau, 'draftBudget', draft({ year: 2027 }));
    const other = { budgetPlanId: data.draftBudget.budgetPlan.id };
    await run(graph, bureau, 'submitBudget', other);
    await refused({ field: 'approveBudget', input: other, code: 'FUNDING_FOUR_EYES', by: bothHats });
  });

  it('is refused under a policy that starts tomorrow', async () => {
    await graph.connection.collection('policy_replicas').deleteMany({});
    await hearOfPolicy(graph, { validFrom: TOMORROW });
    const lines = [{ kind: 'ASSISTANCE_FUND_SHARE', amountFen: '1' }];
    const input = draft({ year: 2026 - 1, lines, assistanceFund: { ...FUND, year: 2024 } });

    await refused({ field: 'draftBudget', input, code: 'BUDGET_CAP_UNKNOWN' });
  });

  it('is refused to be settled twice: it carries over once', async () => {
    now = new Date('2027-01-03T02:00:00Z');
    const settle = { budgetPlanId, document: '演示决算' };
    expect((await run(graph, finance, 'settleBudget', settle)).errors).toEqual([]);

    await refused({ field: 'settleBudget', input: settle, code: 'FUNDING_STATUS_WRONG', by: finance });
    await refused({
      field: 'signContract',
      input: contract({ ...days('2027-02-01', '2027-12-31'), signedOn: '2027-01-03' }),
      code: 'FUNDING_STATUS_WRONG',
    });
  });
});
