import { onlyFor, verdicts } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAgencyId, YIDU } from './builders.ts';
import { approved, type FundingGraph, fundingGraph, signed, year } from './under-test.ts';

let graph: FundingGraph;
let budgetPlanId: string;
let contractId: string;

beforeAll(async () => {
  graph = await fundingGraph();
  budgetPlanId = await approved(graph);
  contractId = await signed(graph, budgetPlanId);
});
afterAll(() => graph.stop());

const ask = (field: string) =>
  verdicts(graph, { query: `{ ${field} }`, scope: { region: YIDU, agencyId: anAgencyId() } });

const answerFor = [
  'COUNTY_CIVIL_AFFAIRS',
  'PROVINCE_AUTHORITY',
  'FINANCE_AUDITOR',
  'ANALYST',
  'ADMIN',
] as const;

describe('who may read', () => {
  it('budgets: those who answer for them', async () => {
    expect(await ask(`budgetPlan(id: "${budgetPlanId}") { id }`)).toEqual(onlyFor(...answerFor));
    expect(await ask('budgetPlans { totalCount }')).toEqual(onlyFor(...answerFor));
  });

  it('payments: those and the payee', async () => {
    const id = 'pay_01900000-0000-7000-8000-000000000099';

    expect(await ask(`payment(id: "${id}") { id }`)).toEqual(onlyFor(...answerFor, 'AGENCY_MANAGER'));
    expect(await ask('payments { totalCount }')).toEqual(onlyFor(...answerFor, 'AGENCY_MANAGER'));
    expect(await ask(`contract(id: "${contractId}") { payments { totalCount } }`)).toEqual(
      onlyFor(...answerFor, 'AGENCY_MANAGER'),
    );
  });

  it('contracts and awards: everybody', async () => {
    const id = 'awd_01900000-0000-7000-8000-000000000099';

    expect(await ask(`contract(id: "${contractId}") { id }`)).toEqual(onlyFor('PUBLIC'));
    expect(await ask('contracts { totalCount }')).toEqual(onlyFor('PUBLIC'));
    expect(await ask(`rewardAward(id: "${id}") { id }`)).toEqual(onlyFor('PUBLIC'));
    expect(await ask('rewardAwards { totalCount }')).toEqual(onlyFor('PUBLIC'));
  });

  it('the journal and its reconciliation: the auditor', async () => {
    const place = `countyCode: "${YIDU}", year: ${year}`;

    expect(await ask(`journalEntries(${place}) { totalCount }`)).toEqual(onlyFor('FINANCE_AUDITOR'));
    expect(await ask(`reconciliation(${place}) { balanced }`)).toEqual(onlyFor('FINANCE_AUDITOR'));
  });
});

describe('an entity that another service refers to', () => {
  const ENTITY = `query ($of: [_Any!]!) { _entities(representations: $of) {
    ... on BudgetPlan { id planned { fen } } ... on Contract { id } } }`;

  it('answers as if there were none to who may not see it', async () => {
    const of = [
      { __typename: 'BudgetPlan', id: budgetPlanId },
      { __typename: 'Contract', id: contractId },
    ];

    const { data } = await graph.execute(ENTITY, { of });

    expect(data._entities).toEqual([null, { id: contractId }]);
  });
});
