import { onlyFor, verdicts } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAgencyId, aStationId, YIDU } from './builders.ts';
import {
  applied,
  approved,
  contractInput,
  drafted,
  draftInput,
  type FundingGraph,
  fundingGraph,
  key,
  payInput,
  requested,
  signed,
  stationPasses,
  submitted,
  year,
} from './under-test.ts';

let graph: FundingGraph;

beforeAll(async () => {
  graph = await fundingGraph();
  await stationPasses(graph);
});
afterAll(() => graph.stop());

const ask = (field: string, input: Record<string, unknown>, answer: string) => {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { ${answer} { id } } }`;
  const variables = { input: { idempotencyKey: key(), ...input } };
  return verdicts(graph, { query, variables, scope: { region: YIDU, agencyId: anAgencyId() } });
};

const ofBureau = onlyFor('COUNTY_CIVIL_AFFAIRS');
const ofFinance = onlyFor('FINANCE_AUDITOR');

describe('who may', () => {
  it('draft, redraft and submit a budget: the bureau', async () => {
    const budgetPlanId = await drafted(graph, { year: year - 1, lines: [], assistanceFund: null });
    const { countyCode: _county, year: _year, ...terms } = draftInput({ lines: [], assistanceFund: null });

    expect(
      await ask('draftBudget', draftInput({ year: year - 2, lines: [], assistanceFund: null }), 'budgetPlan'),
    ).toEqual(ofBureau);
    expect(await ask('redraftBudget', { ...terms, budgetPlanId }, 'budgetPlan')).toEqual(ofBureau);
    expect(await ask('submitBudget', { budgetPlanId }, 'budgetPlan')).toEqual(ofBureau);
  });

  it('approve and reject it: finance', async () => {
    const budgetPlanId = await submitted(graph, { year: year - 3, lines: [], assistanceFund: null });

    expect(await ask('rejectBudget', { budgetPlanId, reason: '演示' }, 'budgetPlan')).toEqual(ofFinance);
    expect(await ask('approveBudget', { budgetPlanId }, 'budgetPlan')).toEqual(ofFinance);
  });

  it('sign, apply and ask for payments: the bureau; approve, pay and return: finance', async () => {
    const budgetPlanId = await approved(graph);
    const contractId = await signed(graph, budgetPlanId);
    const paymentId = await requested(graph, contractId);
    const awardId = await applied(graph, budgetPlanId);

    expect(await ask('signContract', contractInput(budgetPlanId), 'contract')).toEqual(ofBureau);
    const award = { budgetPlanId, stationId: aStationId(2), amountFen: '1' };
    expect(await ask('applyForAward', award, 'award')).toEqual(ofBureau);
    expect(await ask('requestPayment', { contractId, installmentNo: 1 }, 'payment')).toEqual(ofBureau);
    expect(await ask('requestAwardPayment', { awardId }, 'payment')).toEqual(ofBureau);
    expect(await ask('approveAward', { awardId }, 'award')).toEqual(ofFinance);
    expect(await ask('approvePayment', { paymentId }, 'payment')).toEqual(ofFinance);
    expect(await ask('makePayment', payInput(paymentId), 'payment')).toEqual(ofFinance);
    const back = { paymentId, reason: 'CAME_BACK', note: '演示' };
    expect(await ask('returnPayment', back, 'payment')).toEqual(ofFinance);
  });
});
