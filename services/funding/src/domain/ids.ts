import { type Id, idParser } from '@qianshou/kernel';

export type FundSourceId = Id<'src'>;
export type BudgetPlanId = Id<'bud'>;
export type ContractId = Id<'con'>;
export type AwardId = Id<'awd'>;
export type FourEyesSwitchId = Id<'fes'>;
export type PurchaseProjectId = Id<'pur'>;
export type PaymentId = Id<'pay'>;
export type JournalEntryId = Id<'jnl'>;
export type CapBreachId = Id<'cbr'>;
export type FundEvaluationId = Id<'fev'>;
export type EvaluationSchemeId = Id<'evs'>;
export type BudgetEvaluationId = Id<'bev'>;
export type LedgerSealId = Id<'sel'>;
export type LedgerCheckId = Id<'rec'>;
/** Owned by pairing; here the provider of a contract. */
export type AgencyId = Id<'agy'>;
/** Owned by station; here what money is spent on. */
export type StationId = Id<'sta'>;
/** Owned by station; here what an award rests on. */
export type CheckId = Id<'chk'>;
/** Owned by station; here what bars a provider. */
export type EvaluationId = Id<'sev'>;
/** Owned by station; here where a cap comes from. */
export type CountyPolicyId = Id<'pol'>;

export const fundSourceId = idParser('src');
export const budgetPlanId = idParser('bud');
export const contractId = idParser('con');
export const awardId = idParser('awd');
export const purchaseProjectId = idParser('pur');
export const paymentId = idParser('pay');
export const fundEvaluationId = idParser('fev');
export const evaluationSchemeId = idParser('evs');
export const journalEntryId = idParser('jnl');
export const agencyId = idParser('agy');
export const stationId = idParser('sta');
