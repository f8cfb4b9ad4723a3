import { addDays } from '@qianshou/kernel';
import type { Probes } from '@qianshou/testing';
import { anAgencyId, aStationId, YIDU } from './builders.ts';
import { bureau, type FundingGraph, key, run, today } from './under-test.ts';

const county = { COUNTY: YIDU };
const URL = 'https://example.gov.cn/3';
const earlier = addDays(today, -30);

const NEED = {
  title: '演示',
  purchaserOrg: '演示民政局',
  stationIds: [aStationId()],
  method: 'OTHER',
  methodReason: '演示',
  amountFen: '1',
  need: '演示',
};

/** Published, offered for, awarded and objected to: every list of it has something. */
export async function objectedPurchase(graph: FundingGraph, budgetPlanId: string): Promise<string> {
  const { data } = await run(graph, bureau, 'planPurchaseProject', { ...NEED, budgetPlanId });
  const purchaseProjectId = data.planPurchaseProject.purchaseProject.id as string;
  const inputs = inputsOf(purchaseProjectId);
  for (const step of ['consultOn', 'publish', 'award', 'objectTo'] as const) {
    const { errors } = await run(graph, bureau, `${step}PurchaseProject`, inputs[`${step}PurchaseProject`]);
    if (errors.length > 0) throw new Error(`${step}: ${errors[0]?.message}`);
  }
  return purchaseProjectId;
}

function inputsOf(purchaseProjectId: string) {
  const conditions = [
    'CIVIL_LIABILITY',
    'CREDIT_AND_ACCOUNTS',
    'EQUIPMENT_AND_ABILITY',
    'TAX_AND_SOCIAL_INSURANCE',
    'NO_MAJOR_BREACH',
  ];
  return {
    consultOnPurchaseProject: { purchaseProjectId, consultedOn: earlier, people: 1, opinion: '演示' },
    publishPurchaseProject: { purchaseProjectId, publishedOn: earlier, publicUrl: URL, openUntil: earlier },
    awardPurchaseProject: {
      purchaseProjectId,
      awardedOn: today,
      publicUrl: URL,
      providerAgencyId: anAgencyId(),
      bids: [{ agencyId: anAgencyId(), quoteFen: '1' }],
      checks: conditions.map((condition) => ({ condition, checkedOn: earlier })),
    },
    objectToPurchaseProject: { purchaseProjectId, raisedOn: today, party: '演示', content: '演示' },
  };
}

export function purchaseProbes({
  budgetPlanId,
  purchaseProjectId,
}: {
  readonly budgetPlanId: string;
  readonly purchaseProjectId: string;
}): Probes {
  const ask = (input: Record<string, unknown>) => ({
    args: { input: { idempotencyKey: key(), ...input } },
    at: county,
  });
  const below = (field: string): string => `purchaseProject(id: "${purchaseProjectId}") { ${field} }`;
  const inputs = inputsOf(purchaseProjectId);
  return {
    'Query.purchaseProject': { args: { id: purchaseProjectId } },
    'Query.purchaseProjects': {},
    'PurchaseProject.bids': { below, at: county },
    'PurchaseProject.objections': { below, at: county },
    'Mutation.planPurchaseProject': ask({ ...NEED, budgetPlanId }),
    'Mutation.correctPurchaseProject': ask({ ...NEED, purchaseProjectId, reason: '演示' }),
    'Mutation.consultOnPurchaseProject': ask(inputs.consultOnPurchaseProject),
    'Mutation.publishPurchaseProject': ask(inputs.publishPurchaseProject),
    'Mutation.failPurchaseProject': ask({
      purchaseProjectId,
      failedOn: today,
      ground: 'NEED_CHANGED',
      reason: '演示',
    }),
    'Mutation.awardPurchaseProject': ask(inputs.awardPurchaseProject),
    'Mutation.objectToPurchaseProject': ask(inputs.objectToPurchaseProject),
    'Mutation.answerPurchaseObjection': ask({
      purchaseProjectId,
      objectionNo: 1,
      answeredOn: today,
      upheld: false,
      content: '演示',
    }),
    'Mutation.closePurchaseProject': ask({ purchaseProjectId, reason: '演示' }),
  };
}
