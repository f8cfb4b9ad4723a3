import { addDays } from '@qianshou/kernel';
import { anActor, auditProbes, importProbes, type Probes } from '@qianshou/testing';
import { anAgencyId, aStationId, YIDU } from './builders.ts';
import { objectedPurchase, purchaseProbes } from './purchase-probes.ts';
import {
  applied,
  approved,
  bureau,
  contractInput,
  drafted,
  draftInput,
  finance,
  type FundingGraph,
  key,
  payInput,
  requested,
  run,
  signed,
  stationPasses,
  submitted,
  today,
  year,
} from './under-test.ts';

/** What every operation is asked: about Yidu's money and the provider that is paid. */
export async function probesOf(graph: FundingGraph): Promise<Probes> {
  await stationPasses(graph);
  const things = await aYearOfMoney(graph);
  const { budgetPlanId: objectId } = things;
  return {
    ...(await auditProbes(graph, 'funding', { objectId, region: YIDU })),
    ...(await importProbes(graph, { of: 'Funding', kind: 'BUDGETS', owner: bureau, region: YIDU })),
    ...readings(things),
    ...budgetCommands(things),
    ...moneyCommands(things),
    ...purchaseProbes(things),
    ...(await evaluationProbes(graph, things)),
    'Query.fourEyesPairs': { args: { countyCode: YIDU } },
    'Mutation.proposeFourEyesSwitch': inCounty({
      countyCode: YIDU,
      pair: 'APPROVER_PAYER',
      holds: true,
      reason: '演示',
      document: '演示',
    }),
    'Mutation.approveFourEyesSwitch': inCounty({ countyCode: YIDU, pair: 'BUYER_ACCEPTOR' }),
  };
}

interface Money {
  readonly draftId: string;
  readonly submittedId: string;
  readonly budgetPlanId: string;
  readonly contractId: string;
  readonly paymentId: string;
  readonly awardId: string;
  readonly purchaseProjectId: string;
}

const county = { COUNTY: YIDU };
const paid = { ...county, PAYEE: anAgencyId() };
const small = { lines: [], assistanceFund: null };

async function aYearOfMoney(graph: FundingGraph): Promise<Money> {
  const draftId = await drafted(graph, { year: year - 1, ...small });
  const submittedId = await submitted(graph, { year: year - 3, ...small });
  const budgetPlanId = await approved(graph);
  const contractId = await signed(graph, budgetPlanId);
  const paymentId = await requested(graph, contractId);
  const awardId = await applied(graph, budgetPlanId);
  await run(graph, finance, 'approveAward', { awardId });
  await graph.useCases.checkLedgers();
  await run(graph, bureau, 'draftBudget', {
    ...draftInput(),
    lines: [{ kind: 'ASSISTANCE_FUND_SHARE', amountFen: '150000001' }],
  });
  const purchaseProjectId = await objectedPurchase(graph, budgetPlanId);
  return { draftId, submittedId, budgetPlanId, contractId, paymentId, awardId, purchaseProjectId };
}

function readings({ budgetPlanId, contractId, paymentId, awardId }: Money): Probes {
  const ofYear = { args: { countyCode: YIDU, year }, at: county };
  return {
    'Query.budgetPlan': { args: { id: budgetPlanId }, at: county },
    'Query.budgetPlans': { at: county },
    'Query.budgetScenario': { args: { regionCode: YIDU, year, assumptions: { capPercent: 2 } }, at: county },
    'Query.contract': { args: { id: contractId } },
    'Query.contracts': {},
    'Query.workingCalendar': { args: { year } },
    'Query.payment': { args: { id: paymentId }, at: paid },
    'Query.payments': { at: paid },
    'Query.rewardAward': { args: { id: awardId } },
    'Query.rewardAwards': {},
    'Query.journalEntries': ofYear,
    'Query.reconciliation': ofYear,
    'Query.monthlyReconciliations': ofYear,
    'Query.capBreaches': ofYear,
    'Contract.payments': { below: (field) => `contract(id: "${contractId}") { ${field} }`, at: paid },
    'RewardAward.payments': { below: (field) => `rewardAward(id: "${awardId}") { ${field} }`, at: county },
  };
}

const { signedOn, startsOn, endsOn } = contractInput('');
const DAYS = { signedOn, startsOn, endsOn };

const inCounty = (input: Record<string, unknown>) => ({
  args: { input: { idempotencyKey: key(), ...input } },
  at: county,
});

function budgetCommands({ draftId, submittedId, budgetPlanId }: Money): Probes {
  const { countyCode: _county, year: _year, ...terms } = draftInput(small);
  return {
    'Mutation.draftBudget': inCounty(draftInput({ year: year - 2, ...small })),
    'Mutation.redraftBudget': inCounty({ ...terms, budgetPlanId: draftId }),
    'Mutation.submitBudget': inCounty({ budgetPlanId: draftId }),
    'Mutation.approveBudget': inCounty({ budgetPlanId: submittedId }),
    'Mutation.restateAssistanceFund': inCounty({ budgetPlanId, amountFen: '5000000001', source: '演示' }),
    'Mutation.adjustBudget': inCounty({
      budgetPlanId,
      kind: 'ADJUSTMENT',
      plannedFen: '220000001',
      lines: draftInput().lines,
      document: '演示',
      reason: '演示',
    }),
    'Mutation.openProvisionalSpending': inCounty({
      budgetPlanId: submittedId,
      usableUntil: today,
      document: '演示',
    }),
    'Mutation.settleBudget': inCounty({ budgetPlanId, document: '演示' }),
    'Mutation.approveBudgetAdjustment': inCounty({ budgetPlanId }),
    'Mutation.rejectBudgetAdjustment': inCounty({ budgetPlanId, reason: '演示' }),
    'Mutation.rejectBudget': inCounty({ budgetPlanId: submittedId, reason: '演示' }),
  };
}

function moneyCommands({ budgetPlanId, contractId, paymentId, awardId }: Money): Probes {
  const award = { budgetPlanId, stationId: aStationId(2), amountFen: '1' };
  return {
    'Mutation.signContract': inCounty(contractInput(budgetPlanId, { contractNo: '演示-9' })),
    'Mutation.refuseContract': inCounty({ contractId, reason: '演示' }),
    'Mutation.withdrawContract': inCounty({ contractId, reason: '演示' }),
    'Mutation.correctContract': inCounty({ ...DAYS, contractId, contractNo: '演示-8', reason: '演示' }),
    'Mutation.supplementContract': inCounty({
      contractId,
      amountFen: '1',
      signedOn,
      document: '演示',
      reason: '演示',
    }),
    'Mutation.terminateContract': inCounty({
      contractId,
      terminatedOn: startsOn,
      settlementFen: '1',
      reason: '演示',
    }),
    'Mutation.recordAcceptance': inCounty({
      contractId,
      acceptedOn: startsOn,
      recipientsInvited: 3,
      satisfied: 3,
      opinion: '演示',
      result: 'PASSED',
    }),
    'Mutation.publishAcceptance': inCounty({
      contractId,
      acceptanceNo: 1,
      publishedOn: startsOn,
      publicUrl: 'https://example.gov.cn/1',
    }),
    'Mutation.advanceContract': inCounty({ contractId, to: 'RUNNING', on: startsOn }),
    'Mutation.closeContract': inCounty({ contractId }),
    'Mutation.deductFromContract': inCounty({
      contractId,
      installmentNo: 3,
      gradePercent: 1,
      document: '演示',
      reason: '演示',
    }),
    'Mutation.amendContract': inCounty({
      contractId,
      endsOn: addDays(endsOn, -1),
      signedOn,
      document: '演示',
      reason: '演示',
    }),
    'Mutation.notifyContractAmendment': inCounty({
      contractId,
      amendmentNo: 1,
      notifiedOn: signedOn,
      publicUrl: 'https://example.gov.cn/4',
    }),
    'Mutation.publishContract': inCounty({
      contractId,
      publishedOn: startsOn,
      publicUrl: 'https://example.gov.cn/2',
    }),
    'Mutation.fileContract': inCounty({ contractId, filedOn: startsOn, office: '演示' }),
    'Mutation.applyForAward': inCounty(award),
    'Mutation.approveAward': inCounty({ awardId }),
    'Mutation.refuseAward': inCounty({ awardId, reason: '演示' }),
    'Mutation.withdrawAward': inCounty({ awardId, reason: '演示' }),
    'Mutation.correctAward': inCounty({ awardId, amountFen: '1' }),
    'Mutation.requestPayment': inCounty({ contractId, installmentNo: 1 }),
    'Mutation.requestAwardPayment': inCounty({ awardId }),
    'Mutation.approvePayment': inCounty({ paymentId }),
    'Mutation.makePayment': inCounty(payInput(paymentId)),
    'Mutation.instructPayment': inCounty({ paymentId, instructedOn: signedOn }),
    'Mutation.refundPayment': inCounty({
      paymentId,
      amountFen: '1',
      receivedOn: signedOn,
      slipNo: '演示-1',
      note: '演示',
    }),
    'Mutation.returnPayment': inCounty({ paymentId, reason: 'CAME_BACK', note: '演示' }),
  };
}

/** An evaluation, and what is done with it. */
async function evaluationProbes(
  graph: FundingGraph,
  { contractId, budgetPlanId }: Pick<Money, 'contractId' | 'budgetPlanId'>,
): Promise<Probes> {
  const scores = { professional: 65, financial: 65, purchaser: 65, overseer: 65 };
  const evaluation = { contractId, year, scores, evaluator: '演示', evaluatedOn: signedOn };
  const by = anActor('EVALUATOR', { region: YIDU }, 'yidu-evaluator');
  const type =
    'mutation ($input: EvaluateContractInput!) { evaluateContract(input: $input) { evaluation { id } } }';
  const { data } = await graph.execute(type, { input: { ...evaluation, idempotencyKey: key() } }, by);
  const evaluationId = data.evaluateContract.evaluation.id as string;
  const weights = { professional: 25, financial: 25, purchaser: 25, overseer: 25 };
  const scheme = { countyCode: YIDU, fromYear: year, weights, source: '演示' };
  const made = await graph.execute(
    'mutation ($input: ProposeEvaluationSchemeInput!) { proposeEvaluationScheme(input: $input) { scheme { id } } }',
    { input: { ...scheme, idempotencyKey: key() } },
    bureau,
  );
  const schemeId = made.data.proposeEvaluationScheme.scheme.id as string;
  return {
    'Query.fundEvaluation': { args: { id: evaluationId } },
    'Query.fundEvaluations': {},
    'Query.evaluationSchemes': { args: { countyCode: YIDU } },
    'Mutation.evaluateContract': inCounty(evaluation),
    'Mutation.correctFundEvaluation': inCounty({ evaluationId, professional: 66, reason: '演示' }),
    'Mutation.strikeFundEvaluation': inCounty({ evaluationId, reason: '演示' }),
    'Mutation.appealFundEvaluation': {
      args: { input: { idempotencyKey: key(), evaluationId, reason: '演示' } },
      at: paid,
    },
    'Mutation.decideFundEvaluationAppeal': inCounty({ evaluationId, decision: '演示' }),
    'Mutation.confirmFundRectification': inCounty({ evaluationId, rectifiedOn: signedOn }),
    'Mutation.proposeEvaluationScheme': inCounty(scheme),
    'Mutation.approveEvaluationScheme': inCounty({ schemeId }),
    'Mutation.evaluateBudget': inCounty({
      budgetPlanId,
      score: 80,
      advice: 'KEEP',
      findings: '演示',
      evaluatedOn: signedOn,
    }),
  };
}
