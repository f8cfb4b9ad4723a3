import { addDays } from '@qianshou/kernel';
import { anActor } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { YIDU } from './builders.ts';
import {
  approved,
  bureau,
  contractInput,
  drafted,
  finance,
  type FundingGraph,
  fundingGraph,
  key,
  provider,
  signed,
  startOver,
  today,
  told,
  year,
} from './under-test.ts';
import type { Actor } from '@qianshou/kernel';

let graph: FundingGraph;
let now = new Date();
let contractId: string;
let planId: string;

beforeAll(async () => {
  graph = await fundingGraph({ now: () => now });
  await startOver(graph);
  planId = await approved(graph);
  contractId = await signed(graph, planId);
});
afterAll(() => graph.stop());

const evaluator = anActor('EVALUATOR', { region: YIDU }, 'yidu-evaluator');
const all = (score: number) => ({ professional: score, financial: score, purchaser: score, overseer: score });
const EVALUATION = `evaluation { id total grade barsProviderIn rectifyBy rectificationOverdueSince weights { professional }
  appeal { upheld } allowedActions version }`;

async function ask(actor: Actor, field: string, input: Record<string, unknown>, selection = EVALUATION) {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} } }`;
  const answer = await graph.execute(query, { input: { idempotencyKey: key(), ...input } }, actor);
  return { ...answer, evaluation: answer.data?.[field]?.evaluation };
}
const evaluate = (score: number, actor = evaluator) =>
  ask(actor, 'evaluateContract', {
    contractId,
    year,
    scores: all(score),
    evaluator: '演示评估机构',
    evaluatedOn: today,
  });
/** Of next year, by the same provider. */
const signNext = async () => {
  const next = await approved(graph, { year: year + 1, lines: [], assistanceFund: null });
  const startsOn = addDays(today, 366);
  const days = { startsOn, endsOn: addDays(startsOn, 30), signedOn: today };
  const input = { ...contractInput(next, { contractNo: '演示-2', ...days }), idempotencyKey: key() };
  const query = 'mutation ($input: SignContractInput!) { signContract(input: $input) { contract { id } } }';
  return (await graph.execute(query, { input }, bureau)).code;
};

describe('FUN-14 evaluateContract', () => {
  it('by the weights that finance approved: unqualified bars, an objection that is upheld un-bars', async () => {
    const weights = { professional: 40, financial: 30, purchaser: 20, overseer: 10 };
    const SCHEME = 'scheme { id approvedOn }';
    const proposal = { countyCode: YIDU, fromYear: year, weights, source: '演示文件' };
    const proposed = await ask(bureau, 'proposeEvaluationScheme', proposal, SCHEME);
    const schemeId = proposed.data.proposeEvaluationScheme.scheme.id as string;
    await ask(finance, 'approveEvaluationScheme', { schemeId }, SCHEME);

    expect((await evaluate(50, bureau)).code).toBe('FUNDING_FOUR_EYES');
    const { evaluation, errors } = await evaluate(50);
    expect(errors).toEqual([]);
    expect(evaluation).toMatchObject({
      grade: 'UNQUALIFIED',
      barsProviderIn: year + 1,
      weights: { professional: 40 },
      allowedActions: ['CORRECT', 'STRIKE'],
    });
    expect((await told(graph, 'evaluation-graded'))?.data).toMatchObject({
      contractId,
      barsProviderIn: year + 1,
    });
    expect((await evaluate(80)).code).toBe('FUND_EVALUATION_EXISTS');
    expect(await signNext()).toBe('CONTRACT_PROVIDER_BARRED');

    const { id: evaluationId } = evaluation;
    const appealed = await ask(provider, 'appealFundEvaluation', { evaluationId, reason: '演示' });
    expect(appealed.evaluation).toMatchObject({ appeal: { upheld: null }, barsProviderIn: year + 1 });
    const decided = await ask(bureau, 'decideFundEvaluationAppeal', {
      evaluationId,
      decision: '演示',
      scores: all(65),
    });
    expect(decided.evaluation).toMatchObject({
      grade: 'BARELY_QUALIFIED',
      barsProviderIn: null,
      rectifyBy: addDays(today, 60),
      allowedActions: ['CORRECT', 'STRIKE', 'CONFIRM_RECTIFICATION'],
    });
  });

  it('barely qualified is told as overdue by the job, once, and confirmed late', async () => {
    const { data } = await graph.execute('{ fundEvaluations { nodes { id } } }');
    const evaluationId = data.fundEvaluations.nodes[0].id as string;
    now = new Date(now.getTime() + 62 * 86_400_000);

    expect(await graph.useCases.noteOverdueFundRectifications()).toBe(1);
    expect(await graph.useCases.noteOverdueFundRectifications()).toBe(0);
    expect((await told(graph, 'evaluation-rectification-overdue'))?.data).toMatchObject({
      evaluationId,
      since: addDays(today, 61),
    });
    const input = { evaluationId, rectifiedOn: addDays(today, 62) };
    expect((await ask(bureau, 'confirmFundRectification', input)).evaluation.allowedActions).toEqual([
      'CORRECT',
      'STRIKE',
    ]);
    now = new Date();
    const struck = await ask(evaluator, 'strikeFundEvaluation', { evaluationId, reason: '演示' });
    expect(struck.code).toBeUndefined();
    expect((await evaluate(92)).evaluation).toMatchObject({ grade: 'EXCELLENT' });
  });
});

describe('FUN-15 evaluateBudget', () => {
  it('feeds the plan of the next year, which shows it and is warned by it', async () => {
    const READ = `query ($id: ID!) { budgetPlan(id: $id) { warnings { rule } evaluation { score }
      lastYearEvaluation { score grade advice planned { fen } paid { fen } } } }`;
    const next = await drafted(graph, { year: year + 2, lines: [], assistanceFund: null });
    const before = await drafted(graph, { year: year - 1, lines: [], assistanceFund: null });
    const nothing = await graph.execute(READ, { id: before }, bureau);
    expect(nothing.data.budgetPlan).toMatchObject({ lastYearEvaluation: null, warnings: [] });
    const input = { budgetPlanId: planId, score: 70, advice: 'CUT', findings: '演示', evaluatedOn: today };
    expect(
      await ask(bureau, 'evaluateBudget', { ...input, budgetPlanId: before }, 'evaluation { score }'),
    ).toMatchObject({ code: 'FUNDING_STATUS_WRONG' });
    await ask(bureau, 'evaluateBudget', input, 'evaluation { score }');
    const { data } = await graph.execute(
      'query ($year: Int!) { budgetPlans(where: { year: { eq: $year } }) { nodes { id } } }',
      { year: year + 1 },
      bureau,
    );
    const planned = await graph.execute(READ, { id: data.budgetPlans.nodes[0].id }, bureau);

    expect(planned.data.budgetPlan).toMatchObject({
      warnings: [{ rule: 'FUN-15' }],
      lastYearEvaluation: {
        score: 70,
        grade: 'BARELY_QUALIFIED',
        advice: 'CUT',
        planned: { fen: '220000000' },
      },
    });
    expect((await graph.execute(READ, { id: next }, bureau)).data.budgetPlan.warnings).toEqual([
      { rule: 'FUN-15' },
    ]);
    expect((await told(graph, 'budget-evaluated'))?.data).toMatchObject({
      budgetPlanId: planId,
      advice: 'CUT',
    });
  });
});
