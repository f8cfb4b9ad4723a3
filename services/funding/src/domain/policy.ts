import {
  type Actor,
  actsFor,
  actsForAgency,
  hasRole,
  permit,
  type RegionCode,
  type Role,
} from '@qianshou/kernel';
import type { BudgetPlan } from './budget/budget-plan.ts';
import { budgetNotFound } from './budget/errors.ts';
import type { Contract } from './contract/contract.ts';
import { paymentNotFound } from './reference/errors.ts';
import type { Payment } from './payment/payment-state.ts';

/** The bureau holds the fund: it drafts, contracts, applies and asks for payments. */
export function canSpend(actor: Actor, countyCode: RegionCode): boolean {
  return actsFor(actor, ['COUNTY_CIVIL_AFFAIRS'], countyCode);
}

/** Files of past years come from whoever holds the fund; of which county, each row is asked by itself. */
export function canEnterHistory(actor: Actor): boolean {
  return hasRole(actor, ['ADMIN', 'COUNTY_CIVIL_AFFAIRS']);
}

export function maySpend(actor: Actor, countyCode: RegionCode): void {
  permit(canSpend(actor, countyCode));
}

/** Finance decides and pays. FUN-10 comes on top: never the person who asked. */
export function canDecide(actor: Actor, countyCode: RegionCode): boolean {
  return actsFor(actor, ['FINANCE_AUDITOR'], countyCode);
}

export function mayDecide(actor: Actor, countyCode: RegionCode): void {
  permit(canDecide(actor, countyCode));
}

/** The journal and its reconciliation are the auditor's reading. */
export function mayAudit(actor: Actor, countyCode: RegionCode): void {
  permit(actsFor(actor, ['FINANCE_AUDITOR'], countyCode));
}

/** Who asks for money and who decides about it both see what was asked for in vain. */
export function mayReadBreaches(actor: Actor, countyCode: RegionCode): void {
  permit(actsFor(actor, ['COUNTY_CIVIL_AFFAIRS', 'FINANCE_AUDITOR'], countyCode));
}

/** Who evaluates: the bureau's own people, or those whom it asked. */
export function canRecordEvaluation(actor: Actor, countyCode: RegionCode): boolean {
  return actsFor(actor, ['COUNTY_CIVIL_AFFAIRS', 'EVALUATOR'], countyCode);
}

export function canAppeal(actor: Actor, { providerAgencyId }: Pick<Contract, 'providerAgencyId'>): boolean {
  return actsForAgency(actor, providerAgencyId);
}

export function mayAppeal(actor: Actor, evaluation: Pick<Contract, 'providerAgencyId'>): void {
  permit(canAppeal(actor, evaluation));
}

/** FUN-15: every level evaluates what it spends. */
export function mayEvaluateBudget(actor: Actor, countyCode: RegionCode): void {
  permit(actsFor(actor, ['COUNTY_CIVIL_AFFAIRS', 'FINANCE_AUDITOR'], countyCode));
}

/** Whose plans and payments an actor may see: `null` stands for all. A list filters by the same words. */
export interface Scope {
  readonly regions: readonly RegionCode[];
  readonly agencyIds: readonly string[];
}

const READERS: readonly Role[] = ['COUNTY_CIVIL_AFFAIRS', 'PROVINCE_AUTHORITY', 'FINANCE_AUDITOR', 'ANALYST'];

export function scopeOf(actor: Actor): Scope | null {
  if (hasRole(actor, ['ADMIN'])) return null;
  return {
    regions: actor.grants.flatMap(({ role, region }) =>
      READERS.includes(role) && region !== undefined ? [region] : [],
    ),
    agencyIds: actor.grants.flatMap(({ role, agencyId }) =>
      role === 'AGENCY_MANAGER' && agencyId !== undefined ? [agencyId] : [],
    ),
  };
}

/** FUN-16: amounts are public as figures and contracts; the plan itself is for those who answer for it. */
export function maySeePlan(actor: Actor, { countyCode }: BudgetPlan): boolean {
  return hasRole(actor, ['ADMIN']) || actsFor(actor, READERS, countyCode);
}

/** What if: for those who see the plan that it is counted from. */
export function mayReadPlans(actor: Actor, countyCode: RegionCode): void {
  permit(hasRole(actor, ['ADMIN']) || actsFor(actor, READERS, countyCode));
}

export function mustSeePlan(actor: Actor, plan: BudgetPlan): void {
  if (!maySeePlan(actor, plan)) throw budgetNotFound({ id: plan.id });
}

/** Offers and objections are for those who answer for the purchase; its result is public. */
export function maySeePurchase(actor: Actor, { countyCode }: { readonly countyCode: RegionCode }): boolean {
  return hasRole(actor, ['ADMIN']) || actsFor(actor, READERS, countyCode);
}

/** A provider also sees the payments of its own contracts. */
export function maySeePayment(actor: Actor, { countyCode, payeeAgencyId }: Payment): boolean {
  const isPayee = payeeAgencyId !== null && actsForAgency(actor, payeeAgencyId);
  return isPayee || hasRole(actor, ['ADMIN']) || actsFor(actor, READERS, countyCode);
}

export function mustSeePayment(actor: Actor, payment: Payment): void {
  if (!maySeePayment(actor, payment)) throw paymentNotFound({ id: payment.id });
}
