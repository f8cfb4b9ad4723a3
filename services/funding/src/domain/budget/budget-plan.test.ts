import { calendarDate, fen, publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  aDraftInput,
  aDraftPlan,
  anApprovedPlan,
  aPolicy,
  aSubmittedPlan,
  BUREAU,
  FINANCE,
  NOW,
  TODAY,
  YIDU_POLICY,
  yuan,
} from '../../../test/builders.ts';
import {
  amountsOf,
  approveBudget,
  draftBudget,
  redraftBudget,
  rejectBudget,
  submitBudget,
} from './budget-plan.ts';
import { appropriationOf } from './provisional.ts';
import type { BudgetLine } from './budget-sources.ts';
import { stageAccount } from '../money/account.ts';
import { budgetWarnings } from './warnings.ts';

const POLICIES = YIDU_POLICY;

const share = (amountFen: bigint): BudgetLine => ({
  kind: 'ASSISTANCE_FUND_SHARE',
  amountFen: fen(amountFen),
  note: null,
});
const grant = (amountFen: bigint): BudgetLine => ({
  kind: 'SUPERIOR_GRANT',
  amountFen: fen(amountFen),
  note: null,
});

const refusal = (code: string, details: object = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });

describe('FUN-1 the share of the assistance fund', () => {
  it('stands at the cap to the fen', () => {
    const { state } = draftBudget(aDraftInput({ lines: [share(150_000_000n)] }), POLICIES);

    expect(amountsOf(state)).toMatchObject({ capFen: 150_000_000n, assistanceShareFen: 150_000_000n });
  });

  it('is refused one fen above it, with the cap and what was asked for', () => {
    expect(() => draftBudget(aDraftInput({ lines: [share(150_000_001n)] }), POLICIES)).toThrow(
      refusal('BUDGET_SHARE_ABOVE_CAP', { rule: 'FUN-1', capFen: '150000000', askedFen: '150000001' }),
    );
  });

  it('rounds the cap down: 3 % of 199 fen are 5', () => {
    const assistanceFund = { year: 2025, amountFen: fen(199n), source: publicText('演示', 'source') };

    expect(() => draftBudget(aDraftInput({ assistanceFund, lines: [share(6n)] }), POLICIES)).toThrow(
      refusal('BUDGET_SHARE_ABOVE_CAP', { capFen: '5' }),
    );
  });

  it.each([
    ['without a policy', []],
    ['under a policy that sets no cap', [aPolicy({ capPercent: null })]],
    ['under a policy that ended before the year', [aPolicy({ validTo: calendarDate('2026-01-01') })]],
    ['under a policy that ended before the day', [aPolicy({ validTo: TODAY })]],
    ['under a policy that begins later in the year', [aPolicy({ validFrom: calendarDate('2026-07-01') })]],
    ['under a policy that begins after the year', [aPolicy({ validFrom: calendarDate('2027-01-01') })]],
  ])('is refused %s, unless it is 0', (_case, policies) => {
    expect(() => draftBudget(aDraftInput(), { policies, day: TODAY })).toThrow(
      refusal('BUDGET_CAP_UNKNOWN', { rule: 'FUN-1', year: 2026 }),
    );
    expect(draftBudget(aDraftInput({ lines: [share(0n)] }), { policies, day: TODAY }).state.status).toBe(
      'DRAFT',
    );
  });

  it('is measured by the policy in force on the day', () => {
    const stricter = aPolicy({ validFrom: calendarDate('2026-03-01'), capPercent: 2 });

    const { state } = draftBudget(aDraftInput({ lines: [] }), {
      policies: [stricter, aPolicy()],
      day: TODAY,
    });

    expect(amountsOf(state).capFen).toBe(100_000_000n);
  });
});

describe('FUN-2 the municipal top-up', () => {
  it('covers what the other sources leave open', () => {
    expect(amountsOf(aDraftPlan()).topUpFen).toBe(yuan(400_000n));
  });

  it('is nothing when they leave nothing open, and a surplus is a warning', () => {
    const plan = aDraftPlan({ lines: [grant(220_000_001n)] });

    expect(plan.topUpFen).toBe(0n);
    expect(budgetWarnings(plan)).toEqual([expect.objectContaining({ rule: 'FUN-2' })]);
    expect(budgetWarnings(aDraftPlan())).toEqual([]);
  });

  it('is never typed in', () => {
    const typedIn = { kind: 'MUNICIPAL_TOP_UP', amountFen: fen(1n), note: null } as const;

    expect(() => draftBudget(aDraftInput({ lines: [typedIn] }), POLICIES)).toThrow(
      refusal('BUDGET_TOP_UP_TYPED_IN', { rule: 'FUN-2' }),
    );
  });
});

describe('FUN-3 the base of the cap', () => {
  it.each([2024, 2026])('is refused when it is the fund of %i', (year) => {
    const assistanceFund = { year, amountFen: yuan(50_000_000n), source: publicText('演示', 'source') };

    expect(() => draftBudget(aDraftInput({ assistanceFund }), POLICIES)).toThrow(
      refusal('BUDGET_BASE_YEAR_WRONG', { rule: 'FUN-3', expectedYear: 2025, baseYear: year }),
    );
  });

  it('is required for a share', () => {
    expect(() => draftBudget(aDraftInput({ assistanceFund: null }), POLICIES)).toThrow(
      refusal('BUDGET_BASE_MISSING', { rule: 'FUN-3' }),
    );
  });

  it('is frozen with its source and revision: another figure makes a new revision, the same does not', () => {
    const plan = aDraftPlan();
    const other = { year: 2025, amountFen: yuan(51_000_000n), source: publicText('演示决算', 'source') };

    const same = redraftBudget(plan, aDraftInput(), POLICIES).state;
    const changed = redraftBudget(plan, aDraftInput({ assistanceFund: other }), POLICIES).state;

    expect(plan.cap).toMatchObject({
      revision: 1,
      year: 2025,
      source: publicText('演示决算', 'source'),
      policy: { percent: 3 },
    });
    expect(same.cap?.revision).toBe(1);
    expect(changed.cap?.revision).toBe(2);
    expect(() => redraftBudget(aSubmittedPlan(), aDraftInput(), POLICIES)).toThrow(
      refusal('FUNDING_STATUS_WRONG'),
    );
  });
});

describe('FUN-10 approving a budget', () => {
  it('is for another person than the drafter and the submitter', () => {
    const plan = { ...aSubmittedPlan(), draftedBy: 'drafter', submittedBy: 'submitter' };

    for (const by of ['drafter', 'submitter']) {
      expect(() => approveBudget(plan, { by, at: NOW }, YIDU_POLICY)).toThrow(
        refusal('FUNDING_FOUR_EYES', { rule: 'FUN-10' }),
      );
      expect(() => rejectBudget(plan, { by, at: NOW, reason: publicText('不符', 'reason') })).toThrow(
        refusal('FUNDING_FOUR_EYES'),
      );
    }
    expect(approveBudget(plan, { by: FINANCE, at: NOW }, YIDU_POLICY).state.status).toBe('APPROVED');
  });

  it('needs a submitted plan', () => {
    expect(() => approveBudget(aDraftPlan(), { by: FINANCE, at: NOW }, YIDU_POLICY)).toThrow(
      refusal('FUNDING_STATUS_WRONG'),
    );
    expect(() => submitBudget(aSubmittedPlan(), BUREAU)).toThrow(refusal('FUNDING_STATUS_WRONG'));
  });

  it('draws exactly what is planned from the sources, the top-up among them', () => {
    const postings = appropriationOf(anApprovedPlan(), [])[0]?.postings ?? [];

    expect(postings.map(({ fen: moved }) => moved)).toEqual([
      -150_000_000n,
      -30_000_000n,
      -40_000_000n,
      220_000_000n,
    ]);
  });

  it('draws sources that exceed the plan in proportion, to the fen', () => {
    const plan = anApprovedPlan({ plannedFen: fen(100n), lines: [share(100n), grant(50n)] });

    const postings = appropriationOf(plan, [])[0]?.postings ?? [];

    expect(postings.map(({ fen: moved }) => moved)).toEqual([-67n, -33n, 100n]);
    expect(postings.at(-1)?.account).toBe(stageAccount('STATION_WORK', 'APPROPRIATED'));
  });

  it('leaves a rejected plan to be drafted anew', () => {
    const rejected = rejectBudget(aSubmittedPlan(), {
      by: FINANCE,
      at: NOW,
      reason: publicText('来源不明', 'reason'),
    }).state;

    const { state } = redraftBudget(rejected, aDraftInput(), POLICIES);

    expect(rejected).toMatchObject({ status: 'REJECTED', rejectionReason: '来源不明' });
    expect(state).toMatchObject({
      status: 'DRAFT',
      submittedBy: null,
      decidedBy: null,
      rejectionReason: null,
    });
  });
});

describe('the lines of a budget', () => {
  it('name each source once', () => {
    expect(() => draftBudget(aDraftInput({ lines: [grant(1n), grant(2n)] }), POLICIES)).toThrow(
      refusal('BUDGET_LINES_WRONG'),
    );
  });

  it('belong to a plan of more than nothing', () => {
    expect(() => draftBudget(aDraftInput({ plannedFen: fen(0n) }), POLICIES)).toThrow(
      refusal('BAD_USER_INPUT', { field: 'plannedFen' }),
    );
  });
});
