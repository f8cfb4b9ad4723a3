import {
  type CalendarDate,
  type Change,
  type Fen,
  fen,
  type PublicText,
  term,
  type Term,
} from '@qianshou/kernel';
import type { AgencyId, BudgetPlanId, StationId } from '../ids.ts';
import { PURCHASE_STATUS, wrongStatusOf } from '../reference/status-wrong.ts';
import { purchaseExhausted, purchaseSignedLate, purchaseTermsDiffer } from './errors.ts';
import { contractedFen, type ContractUnder } from './purchase-closing.ts';
import { refuseOutOfOrder, signBy } from './purchase-days.ts';
import type { PurchaseMethod } from './purchase-method.ts';
import { refuseSuspended } from './purchase-objection.ts';
import { awardOf, type PurchaseAward, type PurchaseEvent, type PurchaseProject } from './purchase-project.ts';

/** What a contract says of what was awarded. */
export interface SigningTerms {
  readonly budgetPlanId: BudgetPlanId;
  readonly providerAgencyId: AgencyId;
  readonly stationIds: readonly StationId[];
  readonly method: PurchaseMethod;
  readonly amountFen: Fen;
  readonly signedOn: CalendarDate;
  readonly lateSigningReason: PublicText | null;
}

export interface SigningFacts {
  /** Contracts under the purchase so far. */
  readonly contracts: readonly ContractUnder[];
  readonly today: CalendarDate;
}

/** FUN-6, FUN-13: what was awarded to whom, in time, and no more of it. */
export function refuseOtherThanAwarded(
  project: PurchaseProject,
  terms: SigningTerms,
  { contracts, today }: SigningFacts,
): void {
  const award = awardOf(project);
  const signable = project.status === 'AWARDED' || project.status === 'CONTRACTED';
  if (!signable || award === null)
    throw wrongStatusOf(PURCHASE_STATUS, project.status, ['AWARDED', 'CONTRACTED']);
  refuseSuspended(project);
  refuseOtherTerms(project, award, terms);
  const leftFen = fen(award.amountFen - contractedFen(contracts));
  if (terms.amountFen > leftFen)
    throw purchaseExhausted({ availableFen: leftFen.toString(), askedFen: terms.amountFen.toString() });
  const { awardedOn } = award;
  const { signedOn, lateSigningReason } = terms;
  refuseOutOfOrder({ field: 'signedOn', day: signedOn, earliest: awardedOn, today });
  const latest = signBy(project) ?? signedOn;
  if (signedOn > latest && lateSigningReason === null)
    throw purchaseSignedLate({ awardedOn, signBy: latest, signedOn });
}

function refuseOtherTerms(project: PurchaseProject, award: PurchaseAward, terms: SigningTerms): void {
  const differs: Readonly<Record<keyof typeof FIELDS, boolean>> = {
    budgetPlanId: terms.budgetPlanId !== project.budgetPlanId,
    providerAgencyId: terms.providerAgencyId !== award.providerAgencyId,
    method: terms.method !== project.method,
    stationIds: terms.stationIds.some((id) => !project.stationIds.includes(id)),
  };
  const names = Object.keys(FIELDS) as (keyof typeof FIELDS)[];
  const wrong = names.filter((name) => differs[name]);
  if (wrong.length > 0) throw purchaseTermsDiffer({ fields: wrong.map((name) => FIELDS[name]) });
}

const FIELDS = {
  budgetPlanId: term('budgetPlanId', 'the budget', '预算'),
  providerAgencyId: term('providerAgencyId', 'the provider', '承接主体'),
  method: term('method', 'the method', '采购方式'),
  stationIds: term('stationIds', 'the stations', '社工站'),
} as const satisfies Record<string, Term>;

/** The first contract under it; told once. */
export function contractPurchase(
  project: PurchaseProject,
  by: string,
): Change<PurchaseProject, PurchaseEvent> {
  if (project.status === 'CONTRACTED') return { state: project, events: [] };
  return { state: { ...project, status: 'CONTRACTED' }, events: [{ type: 'purchase.contracted', by }] };
}
