import { type CalendarDate, type Change, type DocumentReference, type Fen } from '@qianshou/kernel';
import type { BudgetPlan } from '../budget/budget-plan.ts';
import type { Contract, ContractSigned } from '../contract/contract.ts';
import { commitmentOf } from '../contract/contract.ts';
import { NOTHING_SINCE } from '../contract/contract-signing.ts';
import { refuseBeside, refuseOtherYears, refuseReversed } from '../contract/contract-terms.ts';
import { splitIntoInstallments } from '../contract/installment.ts';
import type { ContractId } from '../ids.ts';
import type { Movement } from '../money/journal-entry.ts';
import { asHistory } from '../money/movements.ts';
import type { SourcePart } from '../money/source-parts.ts';
import type { PurchaseMethod } from '../purchase/purchase-method.ts';
import { type AgencyReplica, requireStationsOf, type StationReplica } from '../reference/replicas.ts';
import { historyNotOver } from './errors.ts';

export interface PastContractInput extends Pick<Contract, 'contractNo' | 'signedOn' | 'startsOn' | 'endsOn'> {
  readonly id: ContractId;
  readonly method: PurchaseMethod;
  readonly amountFen: Fen;
  readonly enteredFrom: DocumentReference;
  readonly by: string;
}

export interface PastContractFacts {
  readonly plan: BudgetPlan;
  readonly provider: AgencyReplica;
  readonly stations: readonly StationReplica[];
  readonly beside: readonly Contract[];
  /** Of which sources of its year it was bound; null where they do not have it, which the ledger refuses. */
  readonly sources: readonly SourcePart[] | null;
  readonly today: CalendarDate;
}

/**
 * A contract of a past year that is over. Who may have got it then is not judged by what holds now; its number, its
 * stations, its days and its budget (FUN-13) are.
 */
export function enterPastContract(
  input: PastContractInput,
  { plan, provider, stations, beside, sources, today }: PastContractFacts,
): Change<Contract, ContractSigned> {
  const { by, enteredFrom, ...terms } = input;
  const { countyCode, year, programme } = plan;
  requireStationsOf(countyCode, stations);
  refuseReversed(terms);
  refuseOtherYears(terms, year);
  if (terms.endsOn >= today) throw historyNotOver({ endsOn: terms.endsOn });
  const whole = [{ condition: 'SIGNING', perMille: 1000 }] as const;
  const contract: Contract = {
    ...terms,
    ...NOTHING_SINCE,
    version: 0,
    countyCode,
    year,
    programme,
    budgetPlanId: plan.id,
    purchaseProjectId: null,
    providerAgencyId: provider.id,
    stationIds: stations.map(({ id }) => id),
    installments: splitIntoInstallments(terms.amountFen, whole, terms.signedOn),
    splitAssumed: false,
    sources,
    status: 'CLOSED',
    signedBy: by,
    budgetApprovedBy: null,
    lateSigningReason: null,
    longTermReason: null,
    replacesContractId: null,
    enteredFrom,
  };
  refuseBeside(contract, beside);
  return { state: contract, events: [{ type: 'contract.signed', by }] };
}

export function pastCommitmentOf(contract: Contract): Movement {
  return asHistory(commitmentOf(contract));
}
