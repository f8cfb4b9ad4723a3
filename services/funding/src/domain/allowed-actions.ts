import { type ActionRule, type Actor, offered } from '@qianshou/kernel';
import type { BudgetPlan } from './budget-plan.ts';
import type { Contract } from './contract.ts';
import type { Payment } from './payment.ts';
import { canDecide, canSpend } from './policy.ts';
import type { RewardAward } from './reward-award.ts';

export const CONTRACT_ACTIONS = ['REQUEST_PAYMENT'] as const;
export const AWARD_ACTIONS = ['APPROVE_AWARD', 'REQUEST_AWARD_PAYMENT'] as const;
export const PAYMENT_ACTIONS = ['APPROVE_PAYMENT', 'MAKE_PAYMENT', 'RETURN_PAYMENT'] as const;

export type BudgetAction =
  'REDRAFT_BUDGET' | 'SUBMIT_BUDGET' | 'APPROVE_BUDGET' | 'REJECT_BUDGET' | 'RESTATE_ASSISTANCE_FUND';
export type ContractAction = (typeof CONTRACT_ACTIONS)[number];
export type AwardAction = (typeof AWARD_ACTIONS)[number];
export type PaymentAction = (typeof PAYMENT_ACTIONS)[number];

type BudgetParty = 'SPENDS' | 'DECIDES';

const BUDGET = {
  REDRAFT_BUDGET: { by: 'SPENDS', when: ({ status }) => status === 'DRAFT' || status === 'REJECTED' },
  SUBMIT_BUDGET: { by: 'SPENDS', when: ({ status }) => status === 'DRAFT' },
  APPROVE_BUDGET: { by: 'DECIDES', when: ({ status }) => status === 'SUBMITTED' },
  REJECT_BUDGET: { by: 'DECIDES', when: ({ status }) => status === 'SUBMITTED' },
  RESTATE_ASSISTANCE_FUND: { by: 'SPENDS', when: ({ status }) => status === 'APPROVED' },
} as const satisfies Record<BudgetAction, ActionRule<BudgetParty, readonly [plan: BudgetPlan]>>;

/** What this caller may do now, so that a screen offers nothing that would be refused; FUN-10 is part of it. */
export function allowedBudgetActions(actor: Actor, plan: BudgetPlan): readonly BudgetAction[] {
  const second = isSecond(actor, [plan.draftedBy, plan.submittedBy ?? plan.draftedBy]);
  const parties = {
    SPENDS: canSpend(actor, plan.countyCode),
    DECIDES: second && canDecide(actor, plan.countyCode),
  };
  return offered<BudgetAction, BudgetParty, readonly [plan: BudgetPlan]>(BUDGET, parties, plan);
}

/** Whether an installment has anything left is known only with its payments: asking tells. */
export function allowedContractActions(actor: Actor, contract: Contract): readonly ContractAction[] {
  const due = contract.installments.some(({ metOn }) => metOn !== null);
  return due && canSpend(actor, contract.countyCode) ? ['REQUEST_PAYMENT'] : [];
}

export function allowedAwardActions(actor: Actor, award: RewardAward): readonly AwardAction[] {
  const allowed: Record<AwardAction, boolean> = {
    APPROVE_AWARD:
      award.status === 'ACCEPTED' && canDecide(actor, award.countyCode) && isSecond(actor, [award.appliedBy]),
    REQUEST_AWARD_PAYMENT: award.status === 'APPROVED' && canSpend(actor, award.countyCode),
  };
  return AWARD_ACTIONS.filter((action) => allowed[action]);
}

export function allowedPaymentActions(actor: Actor, payment: Payment): readonly PaymentAction[] {
  const decides = canDecide(actor, payment.countyCode);
  const second = isSecond(actor, [payment.requestedBy]);
  const allowed: Record<PaymentAction, boolean> = {
    APPROVE_PAYMENT: decides && second && payment.status === 'REQUESTED',
    MAKE_PAYMENT: decides && second && payment.status === 'APPROVED',
    RETURN_PAYMENT: decides && payment.status !== 'RETURNED' && (payment.status !== 'PAID' || second),
  };
  return PAYMENT_ACTIONS.filter((action) => allowed[action]);
}

function isSecond({ subject }: Actor, askers: readonly string[]): boolean {
  return subject !== null && !askers.includes(subject);
}
