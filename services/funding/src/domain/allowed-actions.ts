import { type ActionRule, type Actor, type CalendarDate, offered, yearOf } from '@qianshou/kernel';
import { lastDayOf } from './budget/year-end.ts';
import { pendingOf } from './budget/budget-adjustment.ts';
import { type BudgetPlan, isApproved } from './budget/budget-plan.ts';
import { waitsForApproval } from './budget/provisional.ts';
import { isOpen, isPayable, stands } from './contract/contract-status.ts';
import type { Contract } from './contract/contract.ts';
import { paidFen } from './payment/payment-bank.ts';
import { isAtWork, isReturned } from './payment/payment.ts';
import type { Payment } from './payment/payment-state.ts';
import { canDecide, canSpend } from './policy.ts';
import { isHistory } from './reference/history.ts';
import { isHeld } from './reference/four-eyes.ts';
import type { FourEyesName } from './reference/four-eyes-pairs.ts';
import type { RewardAward } from './award/reward-award.ts';

export const PAYMENT_ACTIONS = [
  'APPROVE_PAYMENT',
  'INSTRUCT_PAYMENT',
  'MAKE_PAYMENT',
  'REFUND_PAYMENT',
  'RETURN_PAYMENT',
] as const;

export type BudgetAction =
  | 'REDRAFT_BUDGET'
  | 'SUBMIT_BUDGET'
  | 'APPROVE_BUDGET'
  | 'REJECT_BUDGET'
  | 'RESTATE_ASSISTANCE_FUND'
  | 'ADJUST_BUDGET'
  | 'APPROVE_BUDGET_ADJUSTMENT'
  | 'REJECT_BUDGET_ADJUSTMENT'
  | 'SETTLE_BUDGET'
  | 'OPEN_PROVISIONAL_SPENDING';
export type PaymentAction = (typeof PAYMENT_ACTIONS)[number];

type Party = 'SPENDS' | 'DECIDES';
/** Who decides about an adjustment is another person than who proposed it. */
type ContractParty = Party | 'ACCEPTS';
type BudgetParty = Party | 'ADJUSTS';

const BUDGET = {
  REDRAFT_BUDGET: { by: 'SPENDS', when: ({ status }) => status === 'DRAFT' || status === 'REJECTED' },
  SUBMIT_BUDGET: { by: 'SPENDS', when: ({ status }) => status === 'DRAFT' },
  APPROVE_BUDGET: { by: 'DECIDES', when: ({ status }) => status === 'SUBMITTED' },
  REJECT_BUDGET: { by: 'DECIDES', when: ({ status }) => status === 'SUBMITTED' },
  RESTATE_ASSISTANCE_FUND: { by: 'SPENDS', when: isApproved },
  ADJUST_BUDGET: { by: 'SPENDS', when: (plan) => isApproved(plan) && pendingOf(plan) === null },
  APPROVE_BUDGET_ADJUSTMENT: { by: 'ADJUSTS', when: (plan) => isApproved(plan) && pendingOf(plan) !== null },
  REJECT_BUDGET_ADJUSTMENT: { by: 'ADJUSTS', when: (plan) => isApproved(plan) && pendingOf(plan) !== null },
  SETTLE_BUDGET: {
    by: 'DECIDES',
    when: (plan, today) => isApproved(plan) && today >= lastDayOf(plan.year),
  },
  OPEN_PROVISIONAL_SPENDING: {
    by: 'DECIDES',
    when: (plan, today) => waitsForApproval(plan) && yearOf(today) === plan.year,
  },
} as const satisfies Record<
  BudgetAction,
  ActionRule<BudgetParty, readonly [plan: BudgetPlan, today: CalendarDate]>
>;

/** What this caller may do now, so that a screen offers nothing that would be refused; FUN-10 is part of it. */
export function allowedBudgetActions(
  actor: Actor,
  plan: BudgetPlan,
  today: CalendarDate,
): readonly BudgetAction[] {
  const second = isSecond(actor, [plan.draftedBy, plan.submittedBy ?? plan.draftedBy]);
  const parties = {
    SPENDS: canSpend(actor, plan.countyCode),
    DECIDES: second && canDecide(actor, plan.countyCode),
    ADJUSTS: canDecide(actor, plan.countyCode) && isSecond(actor, proposers(plan)),
  };
  return offered<BudgetAction, BudgetParty, readonly [plan: BudgetPlan, today: CalendarDate]>(
    BUDGET,
    parties,
    plan,
    today,
  );
}

function proposers(plan: BudgetPlan): readonly string[] {
  const pending = pendingOf(plan);
  return pending === null ? [] : [pending.proposedBy];
}

/** FUN-6: of contracts that were signed without a purchase nobody is asked to show how they came about. */
const isPurchased = (contract: Contract): boolean => stands(contract) && contract.purchaseProjectId !== null;

/** Whether an installment has anything left, and whether money moved, is known only with its payments: asking tells. */
const CONTRACT = {
  REQUEST_PAYMENT: {
    by: 'SPENDS',
    when: (contract) => isPayable(contract) && contract.installments.some(({ metOn }) => metOn !== null),
  },
  REFUSE_CONTRACT: { by: 'DECIDES', when: isOpen },
  WITHDRAW_CONTRACT: {
    by: 'SPENDS',
    when: (contract) => isOpen(contract) || (isHistory(contract) && stands(contract)),
  },
  CORRECT_CONTRACT: { by: 'SPENDS', when: isOpen },
  SUPPLEMENT_CONTRACT: {
    by: 'SPENDS',
    when: (contract) => isOpen(contract) && contract.carriedOver === null,
  },
  TERMINATE_CONTRACT: { by: 'DECIDES', when: isOpen },
  RECORD_ACCEPTANCE: { by: 'ACCEPTS', when: isPayable },
  ADVANCE_CONTRACT: {
    by: 'SPENDS',
    when: (contract) => isPurchased(contract) && isOpen(contract) && contract.status !== 'ACCEPTANCE',
  },
  CLOSE_CONTRACT: { by: 'SPENDS', when: ({ status }) => status === 'ACCEPTANCE' },
  DEDUCT_FROM_CONTRACT: { by: 'DECIDES', when: (contract) => isPurchased(contract) && isOpen(contract) },
  AMEND_CONTRACT: { by: 'SPENDS', when: (contract) => isPurchased(contract) && isOpen(contract) },
  NOTIFY_CONTRACT_AMENDMENT: {
    by: 'SPENDS',
    when: ({ amendments }) => amendments.some(({ notified }) => notified === null),
  },
  PUBLISH_CONTRACT: {
    by: 'SPENDS',
    when: (contract) => isPurchased(contract) && contract.published === null,
  },
  FILE_CONTRACT: { by: 'SPENDS', when: (contract) => isPurchased(contract) && contract.filed === null },
  PUBLISH_ACCEPTANCE: {
    by: 'SPENDS',
    when: ({ acceptances }) => acceptances.some(({ publishedOn }) => publishedOn === null),
  },
} as const satisfies Record<string, ActionRule<ContractParty, readonly [contract: Contract]>>;

export type ContractAction = keyof typeof CONTRACT;

export function allowedContractActions(
  actor: Actor,
  contract: Contract,
  switched: readonly FourEyesName[] = [],
): readonly ContractAction[] {
  const buyers = isHeld('BUYER_ACCEPTOR', switched) ? [contract.signedBy] : [];
  const parties = {
    SPENDS: canSpend(actor, contract.countyCode),
    DECIDES: isSecond(actor, [contract.signedBy]) && canDecide(actor, contract.countyCode),
    ACCEPTS: isSecond(actor, buyers) && canSpend(actor, contract.countyCode),
  };
  return offered<ContractAction, ContractParty, readonly [contract: Contract]>(CONTRACT, parties, contract);
}

const waits = ({ status }: RewardAward): boolean => status === 'APPLIED' || status === 'ACCEPTED';

const AWARD = {
  APPROVE_AWARD: { by: 'DECIDES', when: ({ status }) => status === 'ACCEPTED' },
  REFUSE_AWARD: { by: 'DECIDES', when: waits },
  WITHDRAW_AWARD: { by: 'SPENDS', when: waits },
  CORRECT_AWARD: { by: 'SPENDS', when: waits },
  REQUEST_AWARD_PAYMENT: { by: 'SPENDS', when: ({ status }) => status === 'APPROVED' },
} as const satisfies Record<string, ActionRule<Party, readonly [award: RewardAward]>>;

export type AwardAction = keyof typeof AWARD;

export function allowedAwardActions(actor: Actor, award: RewardAward): readonly AwardAction[] {
  const parties = {
    SPENDS: canSpend(actor, award.countyCode),
    DECIDES: isSecond(actor, [award.appliedBy]) && canDecide(actor, award.countyCode),
  };
  return offered<AwardAction, Party, readonly [award: RewardAward]>(AWARD, parties, award);
}

/** What is paid is taken back by another person than who asked; before, finance may refuse what anybody asked. */
type PaymentParty = 'SECOND' | 'PAYS' | 'ANYBODY';

const PAYMENT = {
  APPROVE_PAYMENT: { by: 'SECOND', when: ({ status }) => status === 'REQUESTED' },
  INSTRUCT_PAYMENT: { by: 'PAYS', when: ({ status }) => status === 'APPROVED' },
  MAKE_PAYMENT: { by: 'PAYS', when: isAtWork },
  REFUND_PAYMENT: { by: 'SECOND', when: (payment) => payment.status === 'PAID' && paidFen(payment) > 0n },
  RETURN_PAYMENT: { by: 'ANYBODY', when: (payment) => !isReturned(payment) },
} as const satisfies Record<PaymentAction, ActionRule<PaymentParty, readonly [payment: Payment]>>;

export function allowedPaymentActions(
  actor: Actor,
  payment: Payment,
  switched: readonly FourEyesName[] = [],
): readonly PaymentAction[] {
  const decides = canDecide(actor, payment.countyCode);
  const second = isSecond(actor, [payment.requestedBy]);
  const parties = {
    SECOND: decides && second,
    PAYS: decides && second && isSecond(actor, approversOf(payment, switched)),
    ANYBODY: decides && (second || payment.status !== 'PAID'),
  };
  return offered<PaymentAction, PaymentParty, readonly [payment: Payment]>(PAYMENT, parties, payment);
}

/** Who does not pay what they approved, where the county holds that. */
function approversOf({ approvedBy }: Payment, switched: readonly FourEyesName[]): readonly string[] {
  return approvedBy !== null && isHeld('APPROVER_PAYER', switched) ? [approvedBy] : [];
}

function isSecond({ subject }: Actor, askers: readonly string[]): boolean {
  return subject !== null && !askers.includes(subject);
}
