import type { ActionOperations, DoneBy } from '@qianshou/service-kit/graphql';
import { fundEvaluationId } from '../domain/ids.ts';
import type { Context } from './context.ts';
import type {
  AwardAction,
  BudgetAction,
  ContractAction,
  FundEvaluationAction,
  MutationResolvers,
  PaymentAction,
  PurchaseAction,
} from './generated/resolvers.ts';

type By<Action extends string> = DoneBy<Action, keyof MutationResolvers>;

/** What each action of what this service owns is done with: `actionCheck` asks it why not. */
export const actionOperations = {
  BudgetPlan: {
    prefix: 'bud',
    by: 'budgetPlanId',
    operations: {
      REDRAFT_BUDGET: 'redraftBudget',
      SUBMIT_BUDGET: 'submitBudget',
      APPROVE_BUDGET: 'approveBudget',
      REJECT_BUDGET: 'rejectBudget',
      RESTATE_ASSISTANCE_FUND: 'restateAssistanceFund',
      ADJUST_BUDGET: 'adjustBudget',
      APPROVE_BUDGET_ADJUSTMENT: 'approveBudgetAdjustment',
      REJECT_BUDGET_ADJUSTMENT: 'rejectBudgetAdjustment',
      SETTLE_BUDGET: 'settleBudget',
      OPEN_PROVISIONAL_SPENDING: 'openProvisionalSpending',
    } satisfies By<BudgetAction>,
  },
  Contract: {
    prefix: 'con',
    by: 'contractId',
    operations: {
      REQUEST_PAYMENT: 'requestPayment',
      REFUSE_CONTRACT: 'refuseContract',
      WITHDRAW_CONTRACT: 'withdrawContract',
      CORRECT_CONTRACT: 'correctContract',
      SUPPLEMENT_CONTRACT: 'supplementContract',
      TERMINATE_CONTRACT: 'terminateContract',
      RECORD_ACCEPTANCE: 'recordAcceptance',
      ADVANCE_CONTRACT: 'advanceContract',
      CLOSE_CONTRACT: 'closeContract',
      DEDUCT_FROM_CONTRACT: 'deductFromContract',
      AMEND_CONTRACT: 'amendContract',
      NOTIFY_CONTRACT_AMENDMENT: 'notifyContractAmendment',
      PUBLISH_CONTRACT: 'publishContract',
      FILE_CONTRACT: 'fileContract',
      PUBLISH_ACCEPTANCE: 'publishAcceptance',
    } satisfies By<ContractAction>,
  },
  FundEvaluation: {
    prefix: 'fev',
    by: 'evaluationId',
    find: (id: string, { loaders }: Context) => loaders.fundEvaluation.load(fundEvaluationId(id)),
    operations: {
      CORRECT: 'correctFundEvaluation',
      STRIKE: 'strikeFundEvaluation',
      APPEAL: 'appealFundEvaluation',
      DECIDE_APPEAL: 'decideFundEvaluationAppeal',
      CONFIRM_RECTIFICATION: 'confirmFundRectification',
    } satisfies By<FundEvaluationAction>,
  },
  Payment: {
    prefix: 'pay',
    by: 'paymentId',
    operations: {
      APPROVE_PAYMENT: 'approvePayment',
      INSTRUCT_PAYMENT: 'instructPayment',
      REFUND_PAYMENT: 'refundPayment',
      MAKE_PAYMENT: 'makePayment',
      RETURN_PAYMENT: 'returnPayment',
    } satisfies By<PaymentAction>,
  },
  PurchaseProject: {
    prefix: 'pur',
    by: 'purchaseProjectId',
    operations: {
      CORRECT_PURCHASE_PROJECT: 'correctPurchaseProject',
      CONSULT_ON_PURCHASE_PROJECT: 'consultOnPurchaseProject',
      PUBLISH_PURCHASE_PROJECT: 'publishPurchaseProject',
      FAIL_PURCHASE_PROJECT: 'failPurchaseProject',
      AWARD_PURCHASE_PROJECT: 'awardPurchaseProject',
      OBJECT_TO_PURCHASE_PROJECT: 'objectToPurchaseProject',
      ANSWER_PURCHASE_OBJECTION: 'answerPurchaseObjection',
      SIGN_CONTRACT: 'signContract',
      CLOSE_PURCHASE_PROJECT: 'closePurchaseProject',
    } satisfies By<PurchaseAction>,
  },
  RewardAward: {
    prefix: 'awd',
    by: 'awardId',
    operations: {
      APPROVE_AWARD: 'approveAward',
      REFUSE_AWARD: 'refuseAward',
      WITHDRAW_AWARD: 'withdrawAward',
      CORRECT_AWARD: 'correctAward',
      REQUEST_AWARD_PAYMENT: 'requestAwardPayment',
    } satisfies By<AwardAction>,
  },
} satisfies ActionOperations;
