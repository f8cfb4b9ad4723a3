import { calendarDate, publicText } from '@qianshou/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aContract, anApprovedPlan, BUREAU, FINANCE, TODAY, YIDU, yuan } from '../../../test/builders.ts';
import type { BudgetEvaluationId, EvaluationSchemeId, FundEvaluationId } from '../ids.ts';
import { adviceWarnings, evaluateBudget } from './budget-evaluation.ts';
import {
  appealEvaluation,
  confirmRectified,
  correctFundEvaluation,
  decideAppeal,
  noteOverdue,
  strikeFundEvaluation,
} from './evaluation-life.ts';
import { approveScheme, OUR_RULES, proposeScheme, rulesOf } from './evaluation-scheme.ts';
import { barsProviderIn, evaluateContract, type FundEvaluationInput, totalOf } from './fund-evaluation.ts';

const THIRD = 'yidu-evaluator';
const all = (score: number) => ({ professional: score, financial: score, purchaser: score, overseer: score });
const words = (text: string) => publicText(text, 'reason');

const evaluated = (score: number, changes: Partial<FundEvaluationInput> = {}, contract = aContract()) =>
  evaluateContract(
    contract,
    {
      id: 'fev_01900000-0000-7000-8000-000000000001' as FundEvaluationId,
      year: 2026,
      scores: all(score),
      evaluator: words('演示评估机构'),
      opinion: null,
      evaluatedOn: TODAY,
      evaluatedBy: THIRD,
      ...changes,
    },
    { rules: OUR_RULES, today: TODAY },
  ).state;
const refusal = (code: string) => expect.objectContaining({ code });
const grounds = { reason: words('演示'), evidence: null };

describe('FUN-14 the evaluation of a contract', () => {
  it.each([
    [90, 'EXCELLENT', null, null],
    [75, 'GOOD', null, null],
    [60, 'BARELY_QUALIFIED', null, '2026-08-29'],
    [59.9, 'UNQUALIFIED', 2027, null],
  ])('of %d points is %s, and bars and asks for what follows', (score, grade, barsIn, dueOn) => {
    const evaluation = evaluated(score);

    expect(evaluation).toMatchObject({ total: score, grade });
    expect(barsProviderIn(evaluation)).toBe(barsIn);
    expect(evaluation.rectification?.dueOn ?? null).toBe(dueOn);
  });

  it.each([
    ['by who bought', () => evaluated(80, { evaluatedBy: BUREAU }), 'FUNDING_FOUR_EYES'],
    [
      'in the future',
      () => evaluated(80, { evaluatedOn: calendarDate('2026-07-01') }),
      'FUNDING_DAY_IN_FUTURE',
    ],
    [
      'of a year that the contract does not run in',
      () => evaluated(80, { year: 2025 }),
      'FUND_EVALUATION_OUTSIDE_CONTRACT',
    ],
    [
      'before it began',
      () => evaluated(80, { evaluatedOn: calendarDate('2026-03-31') }),
      'FUND_EVALUATION_OUTSIDE_CONTRACT',
    ],
    ['above 100 points', () => evaluated(100.1), 'BAD_USER_INPUT'],
    ['below 0 points', () => evaluated(-1), 'BAD_USER_INPUT'],
  ])('is refused %s', (_why, evaluate, code) => {
    expect(evaluate).toThrow(refusal(code));
  });

  it('is measured by whole weights that sum to 100, and its total never exceeds the highest score', () => {
    const weights = fc
      .tuple(fc.nat(100), fc.nat(100), fc.nat(100))
      .map((cuts) => cuts.toSorted((a, b) => a - b))
      .map(([a = 0, b = 0, c = 0]) => ({
        professional: a,
        financial: b - a,
        purchaser: c - b,
        overseer: 100 - c,
      }));
    const tenths = fc.nat(1_000).map((score) => score / 10);
    const scores = fc.record({
      professional: tenths,
      financial: tenths,
      purchaser: tenths,
      overseer: tenths,
    });

    fc.assert(
      fc.property(scores, weights, (given, by) => {
        const total = totalOf(given, by);
        const [least, most] = [Math.min(...Object.values(given)), Math.max(...Object.values(given))];
        return total <= most && total > least - 0.1 - 1e-9;
      }),
      { numRuns: 10_000 },
    );
  });

  it('bars nobody any more once it is corrected or struck out, and keeps what it said', () => {
    const bad = evaluated(50);
    const facts = { ...grounds, contract: aContract(), today: TODAY };
    const right = correctFundEvaluation(bad, all(80), facts);

    expect(right.state).toMatchObject({ grade: 'GOOD', corrections: [{ total: 50, grade: 'UNQUALIFIED' }] });
    expect(barsProviderIn(right.state)).toBeNull();
    expect(right.events).toEqual([{ type: 'fund-evaluation.corrected', barredIn: 2027 }]);
    const { state } = strikeFundEvaluation(bad, grounds, TODAY);
    expect(barsProviderIn(state)).toBeNull();
    expect(() => strikeFundEvaluation(state, grounds, TODAY)).toThrow(refusal('FUND_EVALUATION_STRUCK'));
    expect(() => correctFundEvaluation(bad, all(50), facts)).toThrow(refusal('CORRECTED_TO_THE_SAME'));
  });

  it('may be objected to once and in time; upheld by another person, grade and bar follow', () => {
    const bad = evaluated(50);
    const objection = { by: 'manager', on: TODAY, ...grounds };
    const appealed = appealEvaluation(bad, objection).state;
    const decision = { by: BUREAU, on: TODAY, decision: words('演示'), scores: all(76) };

    expect(barsProviderIn(appealed)).toBe(2027);
    expect(() => appealEvaluation(appealed, objection)).toThrow(refusal('FUND_EVALUATION_APPEALED'));
    expect(() => appealEvaluation(bad, { ...objection, on: calendarDate('2026-07-16') })).toThrow(
      refusal('FUND_EVALUATION_APPEAL_TOO_LATE'),
    );
    expect(() => decideAppeal(bad, decision)).toThrow(refusal('FUND_EVALUATION_NO_OPEN_APPEAL'));
    expect(() => decideAppeal(appealed, { ...decision, by: THIRD })).toThrow(refusal('FUNDING_FOUR_EYES'));
    const { state, events } = decideAppeal(appealed, decision);
    expect(state).toMatchObject({ grade: 'GOOD', appeal: { upheld: true } });
    expect(events.map(({ type }) => type)).toEqual([
      'fund-evaluation.appeal-decided',
      'fund-evaluation.corrected',
    ]);
    expect(barsProviderIn(decideAppeal(appealed, { ...decision, scores: null }).state)).toBe(2027);
  });

  it('barely qualified is put right by a day, or told as overdue once', () => {
    const barely = evaluated(65);
    const done = { by: BUREAU, on: TODAY, proof: null, today: TODAY };
    const late = noteOverdue(barely, calendarDate('2026-08-30'));

    expect(noteOverdue(barely, calendarDate('2026-08-29')).events).toEqual([]);
    expect(late.events).toEqual([{ type: 'fund-evaluation.rectification-overdue', since: '2026-08-30' }]);
    expect(noteOverdue(late.state, calendarDate('2026-09-30')).events).toEqual([]);
    const facts = { ...grounds, contract: aContract(), today: calendarDate('2026-09-30') };
    const reworded = correctFundEvaluation(late.state, { opinion: words('演示二') }, facts).state;
    expect(noteOverdue(reworded, calendarDate('2026-09-30')).events).toEqual([]);
    const later = correctFundEvaluation(late.state, { evaluatedOn: calendarDate('2026-07-30') }, facts).state;
    expect(noteOverdue(later, calendarDate('2026-09-29')).events).toHaveLength(1);
    const { state } = confirmRectified(barely, done);
    expect(noteOverdue(state, calendarDate('2026-09-30')).events).toEqual([]);
    expect(() => confirmRectified(state, done)).toThrow(refusal('FUND_EVALUATION_NOTHING_TO_RECTIFY'));
    expect(() => confirmRectified(evaluated(80), done)).toThrow(
      refusal('FUND_EVALUATION_NOTHING_TO_RECTIFY'),
    );
  });
});

describe('a scheme of evaluation', () => {
  const scheme = {
    ...OUR_RULES,
    id: 'evs_01900000-0000-7000-8000-000000000001' as EvaluationSchemeId,
    countyCode: YIDU,
    fromYear: 2026,
    weights: { professional: 40, financial: 30, purchaser: 20, overseer: 10 },
    source: words('演示文件'),
    proposedBy: BUREAU,
    proposedOn: TODAY,
  };

  it('rules from its year on once another person approved it; before, ours does', () => {
    const { state } = proposeScheme(scheme);
    const approved = approveScheme(state, { by: FINANCE, on: TODAY }).state;

    expect(rulesOf([state], 2026)).toBe(OUR_RULES);
    expect(rulesOf([approved], 2026).weights.professional).toBe(40);
    expect(rulesOf([approved], 2025)).toBe(OUR_RULES);
    expect(() => approveScheme(state, { by: BUREAU, on: TODAY })).toThrow(refusal('FUNDING_FOUR_EYES'));
    expect(() => approveScheme(approved, { by: FINANCE, on: TODAY })).toThrow(
      refusal('EVALUATION_SCHEME_APPROVED'),
    );
  });

  it.each([
    ['weights of 99', { weights: { ...scheme.weights, overseer: 9 } }],
    ['a weight below 0', { weights: { ...scheme.weights, overseer: -10, professional: 60 } }],
    ['grades out of order', { grades: { excellent: 70, good: 80, barelyQualified: 60 } }],
    ['no days at all', { appealDays: 0 }],
  ])('is refused with %s', (_what, changes) => {
    expect(() => proposeScheme({ ...scheme, ...changes })).toThrow(refusal('BAD_USER_INPUT'));
  });
});

describe('FUN-15 the yearly evaluation of a budget', () => {
  const input = {
    id: 'bev_01900000-0000-7000-8000-000000000001' as BudgetEvaluationId,
    score: 70,
    advice: 'CUT',
    findings: words('演示'),
    evaluatedOn: TODAY,
    evaluatedBy: BUREAU,
  } as const;
  const facts = { rules: OUR_RULES, paidFen: yuan(1n), today: TODAY };
  const plan = anApprovedPlan();
  const next = { year: 2027, plannedFen: plan.plannedFen };

  it('keeps what was planned and paid, and its advice warns the next plan that goes against it', () => {
    const { state } = evaluateBudget(plan, input, facts);

    expect(state).toMatchObject({
      grade: 'BARELY_QUALIFIED',
      plannedFen: plan.plannedFen,
      paidFen: yuan(1n),
    });
    expect(adviceWarnings(next, plan, state)).toMatchObject([{ rule: 'FUN-15' }]);
    expect(adviceWarnings({ ...next, plannedFen: yuan(1n) }, plan, state)).toEqual([]);
    expect(adviceWarnings(next, plan, { ...state, advice: 'KEEP' })).toEqual([]);
    expect(adviceWarnings(next, plan, { ...state, advice: 'STOP' })).toMatchObject([{ rule: 'FUN-15' }]);
    expect(adviceWarnings(next, plan, null)).toMatchObject([{ rule: 'FUN-15' }]);
    expect(adviceWarnings(next, null, null)).toEqual([]);
  });

  it.each([
    ['tomorrow', { evaluatedOn: calendarDate('2026-07-01') }, 'FUNDING_DAY_IN_FUTURE'],
    ['before its year', { evaluatedOn: calendarDate('2025-12-31') }, 'BUDGET_EVALUATION_TOO_EARLY'],
    ['with 101 points', { score: 101 }, 'BAD_USER_INPUT'],
  ])('is refused %s', (_when, changes, code) => {
    expect(() => evaluateBudget(plan, { ...input, ...changes }, facts)).toThrow(refusal(code));
  });
});
