import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { YIDU } from './builders.ts';
import {
  approved,
  balances,
  bothHats,
  bureau,
  draftInput,
  drafted,
  elsewhere,
  finance,
  type FundingGraph,
  fundingGraph,
  hearOfPolicy,
  key,
  reconciled,
  run,
  startOver,
  submitted,
  told,
  year,
} from './under-test.ts';

let graph: FundingGraph;

beforeAll(async () => {
  graph = await fundingGraph();
});
beforeEach(() => startOver(graph));
afterAll(() => graph.stop());

const draft = (changes: Record<string, unknown> = {}, actor = bureau) =>
  run(graph, actor, 'draftBudget', draftInput(changes));
const share = (amountFen: string) => [{ kind: 'ASSISTANCE_FUND_SHARE', amountFen }];

describe('draftBudget', () => {
  it('FUN-1, FUN-2 stands at the cap, computes the top-up and tells the amounts', async () => {
    const { data } = await draft();

    expect(data.draftBudget.budgetPlan).toMatchObject({
      status: 'DRAFT',
      version: 1,
      topUp: { fen: '40000000', yuan: '400,000.00' },
      cap: { fen: '150000000' },
      capMeasure: { revision: 1, year: year - 1, percent: 3 },
      allowedActions: ['REDRAFT_BUDGET', 'SUBMIT_BUDGET'],
    });
    expect((await told(graph, 'budget-drafted'))?.data).toMatchObject({
      countyCode: YIDU,
      plannedFen: '220000000',
      assistanceShareFen: '150000000',
      capFen: '150000000',
      topUpFen: '40000000',
    });
  });

  it('FUN-1 refuses one fen above the cap, names both amounts, changes nothing and tells of it', async () => {
    const { code, details } = await draft({ lines: share('150000001') });

    expect(code).toBe('BUDGET_SHARE_ABOVE_CAP');
    expect(details).toMatchObject({ rule: 'FUN-1', capFen: '150000000', askedFen: '150000001' });
    expect((await graph.outbox()).map(({ type }) => type)).toEqual([
      'qianshou.funding.cap-breach-rejected.v1',
    ]);
  });

  it('FUN-1 refuses a share where no policy sets a cap', async () => {
    await graph.connection.collection('policy_replicas').deleteMany({});

    expect(await draft()).toMatchObject({ code: 'BUDGET_CAP_UNKNOWN', details: { rule: 'FUN-1' } });
    expect((await draft({ lines: [], assistanceFund: null })).code).toBeUndefined();
    await hearOfPolicy(graph);
  });

  it('is one a county, year and programme', async () => {
    await drafted(graph);

    expect((await draft()).code).toBe('BUDGET_EXISTS');
  });

  it.each([
    [
      'with another year’s fund',
      { assistanceFund: { year, amountFen: '1', source: '演示' } },
      'BUDGET_BASE_YEAR_WRONG',
    ],
    [
      'with a typed-in top-up',
      { lines: [{ kind: 'MUNICIPAL_TOP_UP', amountFen: '1' }] },
      'BUDGET_TOP_UP_TYPED_IN',
    ],
    ['with a source twice', { lines: [...share('1'), ...share('2')] }, 'BUDGET_LINES_WRONG'],
    ['of nothing', { plannedFen: '0' }, 'BAD_USER_INPUT'],
    ['of a negative amount', { plannedFen: '-1' }, 'BAD_USER_INPUT'],
    ['of a fraction of a fen', { plannedFen: '1.5' }, 'BAD_USER_INPUT'],
    ['of a number instead of a string', { plannedFen: 100 }, 'BAD_USER_INPUT'],
    ['for a province', { countyCode: '420000' }, 'BAD_USER_INPUT'],
    ['for a year that cannot be', { year: 1999 }, 'BAD_USER_INPUT'],
    [
      'without a source of the figure',
      { assistanceFund: { year: year - 1, amountFen: '1', source: ' ' } },
      'BAD_USER_INPUT',
    ],
    ['with more lines than there are sources', { lines: Array(9).fill(share('1')[0]) }, 'BAD_USER_INPUT'],
    ['with an empty idempotency key', { idempotencyKey: '' }, 'BAD_USER_INPUT'],
  ])('is refused %s', async (_case, changes, code) => {
    expect((await draft(changes)).code).toBe(code);
    expect(await graph.outbox()).toEqual([]);
  });

  it('answers a repeated key as before, and refuses it with another request', async () => {
    const idempotencyKey = key();
    const first = await draft({ idempotencyKey });

    const again = await draft({ idempotencyKey });
    const other = await draft({ idempotencyKey, plannedFen: '230000000' });

    expect(again.data).toEqual(first.data);
    expect(other.code).toBe('IDEMPOTENCY_CONFLICT');
    expect(await graph.outbox()).toHaveLength(1);
  });
});

describe('redraftBudget', () => {
  it('FUN-3 makes a new revision of the base, and refuses a stale version', async () => {
    const budgetPlanId = await drafted(graph);
    const {
      countyCode: _county,
      year: _year,
      ...terms
    } = draftInput({
      assistanceFund: { year: year - 1, amountFen: '6000000000', source: '演示决算(更正)' },
    });
    const redraft = { ...terms, budgetPlanId };

    const { data } = await run(graph, bureau, 'redraftBudget', { ...redraft, expectedVersion: 1 });
    const stale = await run(graph, bureau, 'redraftBudget', { ...redraft, expectedVersion: 1 });

    expect(data.redraftBudget.budgetPlan).toMatchObject({
      version: 2,
      cap: { fen: '180000000' },
      capMeasure: { revision: 2 },
    });
    expect(stale).toMatchObject({ code: 'VERSION_CONFLICT', details: { currentVersion: 2 } });
  });
});

describe('submitBudget', () => {
  it('freezes the plan and tells so', async () => {
    const budgetPlanId = await drafted(graph);

    const { data } = await run(graph, bureau, 'submitBudget', { budgetPlanId });

    expect(data.submitBudget.budgetPlan).toMatchObject({ status: 'SUBMITTED', allowedActions: [] });
    expect((await told(graph, 'budget-submitted'))?.data).toMatchObject({ budgetPlanId });
    expect((await run(graph, bureau, 'submitBudget', { budgetPlanId })).code).toBe('FUNDING_STATUS_WRONG');
  });
});

describe('approveBudget', () => {
  it('appropriates the money, registers its sources and tells all of it', async () => {
    const budgetPlanId = await submitted(graph);

    const { data } = await run(graph, finance, 'approveBudget', { budgetPlanId });

    expect(data.approveBudget.budgetPlan).toMatchObject({ status: 'APPROVED', decidedBy: finance.subject });
    expect(await balances(graph)).toEqual({
      SOURCE_ASSISTANCE_FUND_SHARE: '-150000000',
      SOURCE_SUPERIOR_GRANT: '-30000000',
      SOURCE_MUNICIPAL_TOP_UP: '-40000000',
      APPROPRIATED: '220000000',
    });
    const types = (await graph.outbox()).map(({ type }) => type);
    expect(types.filter((type) => type.includes('source-registered'))).toHaveLength(3);
    expect((await told(graph, 'budget-approved'))?.data).toMatchObject({ topUpFen: '40000000' });
  });

  it('FUN-10 is refused to who drafted it, also with finance’s own role', async () => {
    const budgetPlanId = await submitted(graph);

    expect((await run(graph, bureau, 'approveBudget', { budgetPlanId })).code).toBe('FORBIDDEN');
    expect(await run(graph, bothHats, 'approveBudget', { budgetPlanId })).toMatchObject({
      code: 'FUNDING_FOUR_EYES',
      details: { rule: 'FUN-10' },
    });
    expect(await reconciled(graph)).toMatchObject({ entries: 0, balanced: true });
  });

  it('happens once, whatever keys are used at once', async () => {
    const budgetPlanId = await submitted(graph);

    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(() => run(graph, finance, 'approveBudget', { budgetPlanId })),
    );

    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
    expect(await reconciled(graph)).toMatchObject({ entries: 1, balanced: true, chainBrokenAt: null });
  });
});

describe('rejectBudget', () => {
  it('says why, and lets the plan be written anew', async () => {
    const budgetPlanId = await submitted(graph);

    const { data } = await run(graph, finance, 'rejectBudget', { budgetPlanId, reason: '来源不明' });

    expect(data.rejectBudget.budgetPlan).toMatchObject({ status: 'REJECTED', rejectionReason: '来源不明' });
    expect((await told(graph, 'budget-rejected'))?.data).toMatchObject({ budgetPlanId });
    expect(await balances(graph)).toEqual({});
  });
});

describe('budgetPlan and budgetPlans', () => {
  const READ = `query ($id: ID!) { budgetPlan(id: $id) { planned { yuan } lines { kind amount { fen } note }
    assistanceShare { fen } sources { kind amount { fen } } county { code } } }`;
  const LIST =
    '{ budgetPlans(first: 1) { nodes { id year } totalCount pageInfo { hasNextPage endCursor } } }';

  it('show a plan with its sources to those who answer for it', async () => {
    const id = await approved(graph);

    const { data } = await graph.execute(READ, { id }, finance);

    expect(data.budgetPlan).toMatchObject({ planned: { yuan: '2,200,000.00' }, county: { code: YIDU } });
    expect(data.budgetPlan.lines).toHaveLength(2);
    expect(data.budgetPlan.sources).toHaveLength(3);
  });

  it('answer another county as if there were none, in reading, listing and changing', async () => {
    const id = await drafted(graph);

    expect((await graph.execute(READ, { id }, elsewhere)).data.budgetPlan).toBeNull();
    expect((await graph.execute(LIST, {}, elsewhere)).data.budgetPlans).toMatchObject({
      nodes: [],
      totalCount: 0,
    });
    expect((await run(graph, elsewhere, 'submitBudget', { budgetPlanId: id })).code).toBe('BUDGET_NOT_FOUND');
    expect((await draft({}, elsewhere)).code).toBe('FORBIDDEN');
  });

  it('page by keyset, latest year first, and refuse foreign cursors and ids', async () => {
    await drafted(graph);
    await drafted(graph, { year: year - 1, lines: [], assistanceFund: null });

    const { data } = await graph.execute(LIST, {}, bureau);
    const after = data.budgetPlans.pageInfo.endCursor as string;
    const next = await graph.execute(
      'query ($after: String) { budgetPlans(first: 1, after: $after) { nodes { year } } }',
      { after },
      bureau,
    );
    const forged = await graph.execute(
      `query ($after: String) { budgetPlans(where: { year: { eq: ${year} } }, after: $after) { nodes { id } } }`,
      { after },
      bureau,
    );

    expect(data.budgetPlans).toMatchObject({
      nodes: [{ year }],
      totalCount: 2,
      pageInfo: { hasNextPage: true },
    });
    expect(next.data.budgetPlans.nodes).toEqual([{ year: year - 1 }]);
    expect(forged.code).toBe('BAD_USER_INPUT');
    expect((await graph.execute(READ, { id: 'con_1' }, bureau)).code).toBe('BAD_USER_INPUT');
  });
});
