import { badInput, type CalendarDate, type Change, type RegionCode } from '@qianshou/kernel';
import type { BudgetPlan } from '../budget/budget-plan.ts';
import { requireBindable } from '../budget/provisional.ts';
import { refuseAfterYear } from '../budget/year-end.ts';
import { refuseBeside, refuseClosed, refuseWrongTerms } from './contract-terms.ts';
import { contractProviderNotOperator } from '../reference/errors.ts';
import { requireSecondPerson } from '../reference/four-eyes.ts';
import { refuseOtherThanAwarded } from '../purchase/purchase-contract.ts';
import type { ContractUnder } from '../purchase/purchase-closing.ts';
import type { PurchaseProject } from '../purchase/purchase-project.ts';
import type { SourcePart } from '../money/source-parts.ts';
import { assumedSplit, splitIntoInstallments } from './installment.ts';
import {
  type AgencyReplica,
  type BarringEvaluation,
  calledBy,
  refuseBarred,
  stationsCalled,
  requireProvider,
  requireStationsOf,
  type StationReplica,
} from '../reference/replicas.ts';
import type { Contract, ContractSigned, ContractInput } from './contract.ts';

export interface ContractFacts {
  readonly plan: BudgetPlan;
  readonly provider: AgencyReplica;
  readonly stations: readonly StationReplica[];
  /** FUN-14: evaluations that bar the provider from purchases of the county. */
  readonly bars: readonly BarringEvaluation[];
  /** Contracts of the county. */
  readonly beside: readonly Contract[];
  /** FUN-6: what it was awarded by; null where no purchase was entered. */
  readonly purchase: PurchaseFacts | null;
  readonly today: CalendarDate;
}

export interface PurchaseFacts {
  readonly project: PurchaseProject;
  /** Contracts under it so far. */
  readonly contracts: readonly ContractUnder[];
}

/** FUN-5, FUN-10, FUN-12, FUN-14. That it fits into the approved budget (FUN-13) is the ledger's to say. */
export function signContract(
  input: ContractInput,
  { plan, provider, stations, bars, beside, purchase, today }: ContractFacts,
): Change<Contract, ContractSigned> {
  const { approvedBy } = requireBindable(plan, today);
  requireSecondPerson('BUDGET_APPROVER_BUYER', input.signedBy, [approvedBy]);
  requireProvider(provider);
  refuseBarred(provider, plan.year, bars);
  requireOperator(provider, stations, plan.countyCode);
  refuseClosed(stations);
  if (input.amountFen <= 0n)
    throw badInput({ field: 'amountFen', reason: { en: 'must be more than 0', zh: '应大于 0' } });
  refuseWrongTerms(input, today, plan.year);
  refuseAfterYear(plan, input.signedOn);
  if (purchase !== null) refuseOtherPurchase(input, { plan, provider, stations, purchase, today });
  const { installments: split, ...terms } = input;
  const contract: Contract = {
    ...terms,
    version: 0,
    countyCode: plan.countyCode,
    year: plan.year,
    programme: plan.programme,
    budgetPlanId: plan.id,
    providerAgencyId: provider.id,
    stationIds: stations.map(({ id }) => id),
    installments: splitIntoInstallments(
      input.amountFen,
      split ?? assumedSplit(input.amountFen),
      input.signedOn,
    ),
    splitAssumed: split === null,
    ...NOTHING_SINCE,
    sources: null,
    status: 'SIGNED',
    budgetApprovedBy: approvedBy,
  };
  refuseBeside(contract, beside);
  return { state: contract, events: [{ type: 'contract.signed', by: input.signedBy }] };
}

/** Nothing happened to it yet. */
export const NOTHING_SINCE = {
  carriedOver: null,
  signedFen: null,
  supplements: [],
  deductions: [],
  amendments: [],
  steps: [],
  acceptances: [],
  published: null,
  filed: null,
  notes: [],
} as const satisfies Partial<Contract>;

type AwardedFacts = Pick<ContractFacts, 'plan' | 'provider' | 'stations' | 'today'> & {
  readonly purchase: PurchaseFacts;
};

function refuseOtherPurchase(
  { method, amountFen, signedOn, lateSigningReason }: ContractInput,
  { plan, provider, stations, purchase, today }: AwardedFacts,
): void {
  const parties = { budgetPlanId: plan.id, providerAgencyId: provider.id };
  const terms = { ...parties, stationIds: stations.map(({ id }) => id), method, amountFen };
  refuseOtherThanAwarded(
    purchase.project,
    { ...terms, signedOn, lateSigningReason },
    { contracts: purchase.contracts, today },
  );
}

/** Which sources pay it is frozen when it is bound. */
export function earmarkContract(
  { state, events }: Change<Contract, ContractSigned>,
  sources: readonly SourcePart[] | null,
): Change<Contract, ContractSigned> {
  return { state: { ...state, sources }, events };
}

/** FUN-5: operating money only through a contract with the station's operator. */
function requireOperator(
  provider: AgencyReplica,
  stations: readonly StationReplica[],
  countyCode: RegionCode,
): void {
  requireStationsOf(countyCode, stations);
  const others = stations.filter(({ operatorAgencyId }) => operatorAgencyId !== provider.id);
  if (others.length === 0) return;
  throw contractProviderNotOperator({ ...calledBy(provider), ...stationsCalled(others) });
}
