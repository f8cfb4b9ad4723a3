import {
  type Actor,
  addDays,
  addYears,
  type CalendarDate,
  chinaDay,
  type Clock,
  type Id,
  type RegionCode,
} from '@qianshou/kernel';
import {
  type Answer,
  anActor,
  type HearOptions,
  type SubgraphUnderTest,
  subgraphUnderTest,
} from '@qianshou/testing';
import type { ImportUseCases } from '@qianshou/service-kit/imports';
import type { UseCases } from '../src/application/use-cases.ts';
import { funding } from '../src/container.ts';
import type { PolicyReplica } from '../src/domain/reference/replicas.ts';
import type { Loaders } from '../src/graphql/loaders.ts';
import { A_CHECK_ID, anAgencyId, aPolicy, aStationId, BUREAU, FINANCE, YIDU } from './builders.ts';

export type FundingGraph = SubgraphUnderTest<UseCases & ImportUseCases, Loaders>;

export const bureau = anActor('COUNTY_CIVIL_AFFAIRS', { region: YIDU }, BUREAU);
export const finance = anActor('FINANCE_AUDITOR', { region: YIDU }, FINANCE);
/** One person in both offices: FUN-10 is about people, not about roles. */
export const bothHats: Actor = { subject: BUREAU, grants: [...bureau.grants, ...finance.grants] };
export const elsewhere = anActor('COUNTY_CIVIL_AFFAIRS', { region: '640522' as RegionCode });
export const provider = anActor('AGENCY_MANAGER', { agencyId: anAgencyId() });
export const today: CalendarDate = chinaDay(new Date());
export const year = Number(today.slice(0, 4));

/** The graph with all that other services have told: Yidu's cap, an operator, and two of its stations. */
export async function fundingGraph(clock?: Clock): Promise<FundingGraph> {
  const graph = await subgraphUnderTest(funding, clock === undefined ? {} : { clock });
  await hearOfPolicy(graph);
  await graph.hear('qianshou.pairing.agency-registered.v1', {
    agencyId: anAgencyId(),
    name: '演示承接机构',
    homeRegionCode: YIDU,
    canDispatch: false,
    canReceive: false,
    canOperate: true,
    status: 'ACTIVE',
  });
  for (const serial of [1, 2]) {
    await graph.hear('qianshou.station.planned.v1', standing(aStationId(serial)), {
      aggregateId: aStationId(serial),
    });
  }
  return graph;
}

/** What other services have told stays; a database of its own for each test would take most of the time. */
export async function startOver(graph: FundingGraph): Promise<void> {
  const collections = await graph.connection.listCollections();
  const own = collections.filter(({ name }) => !/replicas|inbox|figures/.test(name));
  await Promise.all(own.map(({ name }) => graph.connection.collection(name).deleteMany({})));
}

export const standing = (stationId: Id<'sta'>) => ({
  stationId,
  townshipCode: '420581104' as RegionCode,
  countyCode: YIDU,
  tier: 'ORDINARY' as const,
  operatorAgencyId: anAgencyId(),
});

export function hearOfPolicy(graph: FundingGraph, changed: Partial<PolicyReplica> = {}): Promise<void> {
  const { id: policyId, ...policy } = aPolicy(changed);
  return graph.hear('qianshou.station.policy-adopted.v1', {
    ...policy,
    policyId,
    demonstrationStations: 5,
    demonstrationRooms: 10,
    residentsPerStation: 1,
    certificateYears: 2,
    countsQuasiTownships: true,
    unitsOutOfScope: 0,
  });
}

/** The same id twice is the same event delivered twice. */
export function stationPasses(graph: FundingGraph, options: HearOptions = {}): Promise<void> {
  const passed = { ...standing(aStationId()), checkId: A_CHECK_ID, checkedOn: today };
  return graph.hear('qianshou.station.acceptance-passed.v1', passed, options);
}

let keys = 0;

/** A new key for a new request. */
export const key = (): string => `key-${(keys += 1)}`;

/** One mutation by its name; the input's type is named after it. */
export function run(
  graph: FundingGraph,
  actor: Actor,
  field: string,
  input: Record<string, unknown>,
): Promise<Answer> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { ${SELECTIONS[field]} } }`;
  return graph.execute(query, { input: { idempotencyKey: key(), ...input } }, actor);
}

const PLAN = `budgetPlan { id status version topUp { fen yuan } cap { fen } capMeasure { revision year percent percentApprovedOn } capHolds capBrokenSince
  draftedBy submittedBy decidedBy rejectionReason allowedActions warnings { rule } }`;
const PAYMENT = `payment { id status version amount { fen yuan } installmentNo approvedBy paidOn voucherNo
  returnReason allowedActions }`;
const AWARD = 'award { id status version amount { fen } acceptanceCheckId paidOn allowedActions }';

const CONTRACT = `contract { id status version amount { fen } paid { fen } allowedActions contractNo endsOn
  changes { kind reason } installments { no condition amount { fen } metOn status } provider { id } stations { id } }`;

const PURCHASE = 'purchaseProject { id status version allowedActions }';

const SELECTIONS: Record<string, string> = {
  planPurchaseProject: PURCHASE,
  correctPurchaseProject: PURCHASE,
  consultOnPurchaseProject: PURCHASE,
  publishPurchaseProject: PURCHASE,
  failPurchaseProject: PURCHASE,
  awardPurchaseProject: PURCHASE,
  objectToPurchaseProject: PURCHASE,
  answerPurchaseObjection: PURCHASE,
  closePurchaseProject: PURCHASE,
  publishContract: CONTRACT,
  advanceContract: CONTRACT,
  closeContract: CONTRACT,
  deductFromContract: CONTRACT,
  amendContract: CONTRACT,
  notifyContractAmendment: CONTRACT,
  fileContract: CONTRACT,
  draftBudget: PLAN,
  redraftBudget: PLAN,
  submitBudget: PLAN,
  approveBudget: PLAN,
  rejectBudget: PLAN,
  restateAssistanceFund: PLAN,
  adjustBudget: PLAN,
  approveBudgetAdjustment: PLAN,
  rejectBudgetAdjustment: PLAN,
  settleBudget: PLAN,
  openProvisionalSpending: PLAN,
  signContract: CONTRACT,
  applyForAward: AWARD,
  approveAward: `${AWARD} ${PAYMENT}`,
  refuseContract: CONTRACT,
  withdrawContract: CONTRACT,
  correctContract: CONTRACT,
  supplementContract: CONTRACT,
  terminateContract: CONTRACT,
  recordAcceptance: CONTRACT,
  publishAcceptance: CONTRACT,
  refuseAward: AWARD,
  withdrawAward: AWARD,
  correctAward: AWARD,
  requestPayment: PAYMENT,
  requestAwardPayment: PAYMENT,
  approvePayment: PAYMENT,
  makePayment: PAYMENT,
  returnPayment: PAYMENT,
  instructPayment: PAYMENT,
  refundPayment: PAYMENT,
};

/** 2,200,000 yuan, of which 1,500,000 are just 3 % of last year's 50,000,000. */
export const draftInput = (changes: Record<string, unknown> = {}) => ({
  countyCode: YIDU,
  year,
  plannedFen: '220000000',
  lines: [
    { kind: 'ASSISTANCE_FUND_SHARE', amountFen: '150000000' },
    { kind: 'SUPERIOR_GRANT', amountFen: '30000000', note: '演示' },
  ],
  assistanceFund: { year: year - 1, amountFen: '5000000000', source: '演示决算' },
  ...changes,
});

export const contractInput = (budgetPlanId: string, changes: Record<string, unknown> = {}) => ({
  budgetPlanId,
  contractNo: '演示-1',
  providerAgencyId: anAgencyId(),
  stationIds: [aStationId(1), aStationId(2)],
  method: 'OPEN_TENDER',
  amountFen: '20000000',
  signedOn: today,
  startsOn: today,
  endsOn: addDays(addYears(today, 1), -1),
  ...changes,
});

async function made(answer: Promise<Answer>, field: string, what: string): Promise<string> {
  const { data, errors } = await answer;
  if (errors.length > 0) throw new Error(`${field}: ${errors[0]?.message}`);
  return data[field][what].id as string;
}

export const drafted = (graph: FundingGraph, changes = {}): Promise<string> =>
  made(run(graph, bureau, 'draftBudget', draftInput(changes)), 'draftBudget', 'budgetPlan');

export async function submitted(graph: FundingGraph, changes = {}): Promise<string> {
  const budgetPlanId = await drafted(graph, changes);
  return made(run(graph, bureau, 'submitBudget', { budgetPlanId }), 'submitBudget', 'budgetPlan');
}

export async function approved(graph: FundingGraph, changes = {}): Promise<string> {
  const budgetPlanId = await submitted(graph, changes);
  return made(run(graph, finance, 'approveBudget', { budgetPlanId }), 'approveBudget', 'budgetPlan');
}

export const signed = (graph: FundingGraph, budgetPlanId: string, changes = {}): Promise<string> =>
  made(run(graph, bureau, 'signContract', contractInput(budgetPlanId, changes)), 'signContract', 'contract');

export const requested = (graph: FundingGraph, contractId: string, changes = {}): Promise<string> =>
  made(
    run(graph, bureau, 'requestPayment', { contractId, installmentNo: 1, ...changes }),
    'requestPayment',
    'payment',
  );

export const applied = (graph: FundingGraph, budgetPlanId: string, changes = {}): Promise<string> =>
  made(
    run(graph, bureau, 'applyForAward', {
      budgetPlanId,
      stationId: aStationId(),
      amountFen: '3000000',
      ...changes,
    }),
    'applyForAward',
    'award',
  );

export const payInput = (paymentId: string, changes: Record<string, unknown> = {}) => ({
  paymentId,
  voucherNo: '凭证-1',
  paidOn: today,
  ...changes,
});

export async function paid(graph: FundingGraph, contractId: string, changes = {}): Promise<string> {
  const paymentId = await requested(graph, contractId, changes);
  await made(run(graph, finance, 'approvePayment', { paymentId }), 'approvePayment', 'payment');
  return made(
    run(graph, finance, 'makePayment', payInput(paymentId, { voucherNo: `凭证-${key()}` })),
    'makePayment',
    'payment',
  );
}

const RECONCILE = `query ($countyCode: RegionCode!, $year: Int!) {
  reconciliation(countyCode: $countyCode, year: $year) {
    balanced entries chainBrokenAt
    accounts { account guard { fen } difference { fen } }
    figures { figure journal { fen } events { fen } difference { fen } }
  }
}`;

export async function reconciled(graph: FundingGraph) {
  const { data } = await graph.execute(RECONCILE, { countyCode: YIDU, year }, finance);
  return data.reconciliation;
}

/** The guard balances by the name of the account, as the auditor reads them. */
export async function balances(graph: FundingGraph): Promise<Record<string, string>> {
  const { accounts } = await reconciled(graph);
  return Object.fromEntries(
    accounts.map(({ account, guard }: { account: string; guard: { fen: string } }) => [
      account.replace('STATION_WORK/', ''),
      guard.fen,
    ]),
  );
}

/** The last event of a type in the outbox. */
export async function told(graph: FundingGraph, type: string) {
  return (await graph.outbox()).findLast((event) => event.type === `qianshou.funding.${type}.v1`);
}
