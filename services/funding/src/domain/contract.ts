import {
  badInput,
  type CalendarDate,
  type Change,
  type Fen,
  type PublicText,
  type RegionCode,
  type Versioned,
} from '@qianshou/kernel';
import { type BudgetPlan, requireApproved } from './budget-plan.ts';
import { refuseBeside, refuseClosed, refuseWrongTerms } from './contract-terms.ts';
import { contractProviderNotOperator, contractStationElsewhere, contractTermsWrong } from './errors.ts';
import { requireSecondPerson } from './four-eyes.ts';
import type { AgencyId, BudgetPlanId, ContractId, StationId } from './ids.ts';
import { type Installment, type InstallmentInput, splitIntoInstallments } from './installment.ts';
import type { Programme } from './money/account.ts';
import type { Movement } from './money/journal-entry.ts';
import { committing, movementKey } from './money/movements.ts';
import {
  type AgencyReplica,
  type BarringEvaluation,
  refuseBarred,
  requireProvider,
  type StationReplica,
} from './replicas.ts';

/** How the provider was chosen (采购方式), Government Procurement Law Art. 26. */
export const PURCHASE_METHODS = [
  'OPEN_TENDER',
  'INVITED_TENDER',
  'COMPETITIVE_NEGOTIATION',
  'SINGLE_SOURCE',
  'PRICE_INQUIRY',
  'OTHER',
] as const;

export type PurchaseMethod = (typeof PURCHASE_METHODS)[number];

/** A government-purchase contract (政府购买服务合同) with the operator of stations. Its later life comes with evaluations. */
export interface Contract extends Versioned {
  readonly id: ContractId;
  readonly contractNo: PublicText;
  readonly countyCode: RegionCode;
  readonly year: number;
  readonly programme: Programme;
  readonly budgetPlanId: BudgetPlanId;
  readonly providerAgencyId: AgencyId;
  readonly stationIds: readonly StationId[];
  readonly method: PurchaseMethod;
  readonly amountFen: Fen;
  readonly installments: readonly Installment[];
  readonly signedOn: CalendarDate;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  /** Refused and withdrawn only before any money moved; replaced: its days end before its successor's begin. */
  readonly status: 'SIGNED' | 'REFUSED' | 'WITHDRAWN';
  readonly signedBy: string;
  readonly lateSigningReason: PublicText | null;
  readonly longTermReason: PublicText | null;
  readonly replacesContractId: ContractId | null;
  /** What was decided about it since, in order. */
  readonly notes: readonly ContractNote[];
  /** Who approved the budget that it is paid from. */
  readonly budgetApprovedBy: string;
}

export interface ContractNote {
  readonly kind: 'REFUSED' | 'WITHDRAWN' | 'CORRECTED' | 'REPLACED';
  readonly by: string;
  readonly on: CalendarDate;
  readonly reason: PublicText | null;
}

export interface ContractSigned {
  readonly type:
    | 'contract.signed'
    | 'contract.refused'
    | 'contract.withdrawn'
    | 'contract.corrected'
    | 'contract.replaced';
  readonly by: string;
}

export interface ContractInput {
  readonly id: ContractId;
  readonly contractNo: PublicText;
  readonly method: PurchaseMethod;
  readonly amountFen: Fen;
  readonly installments: readonly InstallmentInput[];
  readonly signedOn: CalendarDate;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly signedBy: string;
  /** Why it was signed after the service began. */
  readonly lateSigningReason: PublicText | null;
  /** Why it runs for more than a year. */
  readonly longTermReason: PublicText | null;
  readonly replacesContractId: ContractId | null;
}

export interface ContractFacts {
  readonly plan: BudgetPlan;
  readonly provider: AgencyReplica;
  readonly stations: readonly StationReplica[];
  /** FUN-14: evaluations that bar the provider from purchases of the county. */
  readonly bars: readonly BarringEvaluation[];
  /** Contracts of the county. */
  readonly beside: readonly Contract[];
  readonly today: CalendarDate;
}

/** FUN-5, FUN-10, FUN-12, FUN-14. That it fits into the approved budget (FUN-13) is the ledger's to say. */
export function signContract(
  input: ContractInput,
  { plan, provider, stations, bars, beside, today }: ContractFacts,
): Change<Contract, ContractSigned> {
  requireApproved(plan);
  requireSecondPerson(input.signedBy, [plan.decidedBy]);
  requireProvider(provider);
  refuseBarred(provider.id, plan.year, bars);
  requireOperator(provider.id, stations, plan.countyCode);
  refuseClosed(stations);
  if (input.amountFen <= 0n)
    throw badInput({ field: 'amountFen', reason: { en: 'must be more than 0', zh: '应大于 0' } });
  refuseWrongTerms(input, today);
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
    installments: splitIntoInstallments(input.amountFen, split, input.signedOn),
    status: 'SIGNED',
    budgetApprovedBy: plan.decidedBy,
    notes: [],
  };
  refuseBeside(contract, beside);
  return { state: contract, events: [{ type: 'contract.signed', by: input.signedBy }] };
}

/** The journal entry of the signing: approved money is bound. Its second person is who approved the budget. */
export function commitmentOf(contract: Contract): Movement {
  const { programme, budgetPlanId, id, signedBy, budgetApprovedBy } = contract;
  const reference = { budgetPlanId, contractId: id, awardId: null, paymentId: null };
  return committing(
    { programme, reference, actor: signedBy, approver: budgetApprovedBy },
    contract.amountFen,
  );
}

/** Under which key the journal has what was bound. */
export function commitmentKeyOf({ id }: Contract): string {
  return movementKey('COMMIT', id);
}

/** FUN-5: operating money only through a contract with the station's operator. */
function requireOperator(
  providerId: AgencyId,
  stations: readonly StationReplica[],
  countyCode: RegionCode,
): void {
  if (stations.length === 0 || new Set(stations.map(({ id }) => id)).size !== stations.length) {
    throw contractTermsWrong({
      field: 'stationIds',
      reason: { en: 'at least one station, each once', zh: '至少一个社工站,且不得重复' },
    });
  }
  const elsewhere = stations.filter((station) => station.countyCode !== countyCode);
  if (elsewhere.length > 0) throw contractStationElsewhere({ stationIds: elsewhere.map(({ id }) => id) });
  const others = stations.filter(({ operatorAgencyId }) => operatorAgencyId !== providerId);
  if (others.length === 0) return;
  throw contractProviderNotOperator({ agencyId: providerId, stationIds: others.map(({ id }) => id) });
}
