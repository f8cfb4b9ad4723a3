import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { YIDU } from './builders.ts';
import {
  approved,
  balances,
  bothHats,
  bureau,
  finance,
  type FundingGraph,
  fundingGraph,
  reconciled,
  run,
  signed,
  startOver,
  told,
  year,
} from './under-test.ts';

let graph: FundingGraph;
let budgetPlanId: string;

beforeAll(async () => {
  graph = await fundingGraph();
});
beforeEach(async () => {
  await startOver(graph);
  budgetPlanId = await approved(graph);
});
afterAll(() => graph.stop());

/** 100,000 yuan more, all of them from above. */
const MORE = {
  kind: 'SUPPLEMENT',
  plannedFen: '230000000',
  lines: [
    { kind: 'ASSISTANCE_FUND_SHARE', amountFen: '150000000' },
    { kind: 'SUPERIOR_GRANT', amountFen: '40000000', note: '演示' },
  ],
  document: '演示文件〔2026〕1号',
  reason: '演示:年中追加',
};

const adjust = (changes: Record<string, unknown> = {}, actor = bureau) =>
  run(graph, actor, 'adjustBudget', { budgetPlanId, ...MORE, ...changes });
const approve = (actor = finance) => run(graph, actor, 'approveBudgetAdjustment', { budgetPlanId });

const READ = `query ($id: ID!) { budgetPlan(id: $id) {
  status allowedActions original { planned { fen } topUp { fen } } adjusted { planned { fen } topUp { fen } }
  adjustments { no kind status planned { fen } proposedBy decidedBy document rejectionReason }
  sources { kind amount { fen } } } }`;

const read = async (actor = finance) =>
  (await graph.execute(READ, { id: budgetPlanId }, actor)).data.budgetPlan;

describe('adjustBudget, approveBudgetAdjustment', () => {
  it('FUN-13 changes the budget, its sources, the journal and the figures, the original beside the adjusted', async () => {
    await adjust();
    expect((await read()).adjusted.planned.fen).toBe('220000000');
    expect(await read(finance)).toMatchObject({
      allowedActions: ['APPROVE_BUDGET_ADJUSTMENT', 'REJECT_BUDGET_ADJUSTMENT'],
    });

    const { errors } = await approve();

    expect(errors).toEqual([]);
    expect(await read()).toMatchObject({
      original: { planned: { fen: '220000000' }, topUp: { fen: '40000000' } },
      adjusted: { planned: { fen: '230000000' }, topUp: { fen: '40000000' } },
      adjustments: [{ no: 1, kind: 'SUPPLEMENT', status: 'APPROVED', decidedBy: finance.subject }],
      sources: expect.arrayContaining([{ kind: 'SUPERIOR_GRANT', amount: { fen: '40000000' } }]),
    });
    expect(await balances(graph)).toMatchObject({
      APPROPRIATED: '230000000',
      SOURCE_SUPERIOR_GRANT: '-40000000',
    });
    expect((await told(graph, 'budget-adjusted'))?.data).toMatchObject({
      plannedFen: '230000000',
      before: { plannedFen: '220000000' },
    });
    expect((await reconciled(graph)).balanced).toBe(true);
  });

  it('FUN-1 measures the cap anew and refuses one fen above it', async () => {
    const lines = [{ kind: 'ASSISTANCE_FUND_SHARE', amountFen: '150000001' }];

    const { code } = await adjust({ kind: 'ADJUSTMENT', lines });

    expect(code).toBe('BUDGET_SHARE_ABOVE_CAP');
  });

  it('FUN-10 is never approved by who proposed it', async () => {
    await adjust();

    expect((await approve(bothHats)).code).toBe('FUNDING_FOUR_EYES');
  });

  it('FUN-13 takes no fen of a source that is bound', async () => {
    await signed(graph, budgetPlanId, { amountFen: '220000000' });
    const lines = [
      { kind: 'ASSISTANCE_FUND_SHARE', amountFen: '150000000' },
      { kind: 'SUPERIOR_GRANT', amountFen: '29999999' },
    ];

    const below = await adjust({ kind: 'ADJUSTMENT', lines, plannedFen: '219999999' });
    const other = await adjust({ kind: 'TRANSFER', lines, plannedFen: '220000000' });

    expect([below.code, other.code]).toEqual(['BUDGET_BELOW_COMMITTED', 'BUDGET_BELOW_COMMITTED']);
    expect(other.details).toMatchObject({ rule: 'FUN-13', availableFen: '0', askedFen: '1' });
  });

  it('FUN-13 is refused when its money was bound while it waited', async () => {
    await adjust({ kind: 'ADJUSTMENT', plannedFen: '180000000', lines: MORE.lines.slice(0, 1) });
    await signed(graph, budgetPlanId, { amountFen: '220000000' });

    expect((await approve()).code).toBe('BUDGET_BELOW_COMMITTED');
    expect(await balances(graph)).toMatchObject({ APPROPRIATED: '0', COMMITTED: '220000000' });
  });

  it.each([
    ['BUDGET_ADJUSTMENT_WRONG', 'a transfer that changes the total', { kind: 'TRANSFER' }],
    ['BUDGET_ADJUSTMENT_WRONG', 'a supplement of nothing', { plannedFen: '220000000' }],
    ['BUDGET_TOP_UP_TYPED_IN', 'a top-up', { lines: [{ kind: 'MUNICIPAL_TOP_UP', amountFen: '1' }] }],
    [
      'CORRECTED_TO_THE_SAME',
      'what it is already',
      {
        plannedFen: '220000000',
        lines: [
          { kind: 'SUPERIOR_GRANT', amountFen: '30000000', note: '演示' },
          { kind: 'ASSISTANCE_FUND_SHARE', amountFen: '150000000' },
        ],
      },
    ],
  ])('refuses with %s %s', async (expected, _what, changes) => {
    expect((await adjust(changes)).code).toBe(expected);
    expect((await read()).adjustments).toEqual([]);
  });

  it('is one at a time, rejected with the reason, and then there is nothing to approve', async () => {
    await adjust();

    const second = await adjust();
    await run(graph, finance, 'rejectBudgetAdjustment', { budgetPlanId, reason: '演示:依据不足' });

    expect(second.code).toBe('BUDGET_ADJUSTMENT_PENDING');
    expect((await read()).adjustments).toMatchObject([
      { status: 'REJECTED', rejectionReason: '演示:依据不足' },
    ]);
    expect((await approve()).code).toBe('BUDGET_ADJUSTMENT_NOT_PROPOSED');
  });
});

describe('a budget', () => {
  it('is executed from its first commitment on, told once', async () => {
    expect((await read()).status).toBe('APPROVED');

    await signed(graph, budgetPlanId);

    expect((await read()).status).toBe('EXECUTING');
    expect((await told(graph, 'budget-executing'))?.data).toMatchObject({ countyCode: YIDU, year });
  });
});
