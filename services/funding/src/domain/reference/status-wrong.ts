import { type DomainError, type EnumType, type Term, term, termOf } from '@qianshou/kernel';
import { fundingStatusWrong } from './errors.ts';

/** What has a status in this service, and the enum by which its values are called. */
interface Stateful {
  readonly what: Term;
  readonly type: EnumType;
}

export const BUDGET_STATUS: Stateful = {
  what: term('budget plan', 'budget plan', '预算'),
  type: 'BudgetStatus',
};
export const CONTRACT_STATUS: Stateful = {
  what: term('contract', 'contract', '合同'),
  type: 'ContractStatus',
};
export const PURCHASE_STATUS: Stateful = {
  what: term('purchase project', 'purchase project', '购买项目'),
  type: 'PurchaseStatus',
};
export const PAYMENT_STATUS: Stateful = { what: term('payment', 'payment', '拨付'), type: 'PaymentStatus' };
export const AWARD_STATUS: Stateful = { what: term('award', 'award', '奖补'), type: 'AwardStatus' };

export function wrongStatusOf(
  { what, type }: Stateful,
  status: string,
  needed: readonly string[],
): DomainError {
  return fundingStatusWrong({
    what,
    status: termOf(type, status),
    needed: needed.map((each) => termOf(type, each)),
  });
}
