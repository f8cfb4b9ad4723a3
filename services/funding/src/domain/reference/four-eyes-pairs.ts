import type { Message } from '@qianshou/kernel';

/** Two acts that one person does not do both of, whatever roles they hold (FUN-10). */
export interface FourEyesPair {
  /** Both acts, as a refusal names them. */
  readonly en: string;
  readonly zh: string;
  /** The operations at which the second act is refused to who did the first. */
  readonly at: readonly string[];
  /** Whether a county has to hold it when it decided nothing else. */
  readonly byDefault: boolean;
  /** Whether a county may decide otherwise; never where the journal itself needs two persons. */
  readonly switchable: boolean;
}

/** The one table: every check of this service names its pair, and docs/four-eyes.md is made of it. */
export const FOUR_EYES = {
  DRAFTER_APPROVER: {
    en: 'drafting a budget or its adjustment and approving it',
    zh: '编制预算（含调整）与审批预算',
    at: [
      'approveBudget',
      'rejectBudget',
      'settleBudget',
      'approveBudgetAdjustment',
      'rejectBudgetAdjustment',
      'openProvisionalSpending',
    ],
    byDefault: true,
    switchable: false,
  },
  BUDGET_APPROVER_BUYER: {
    en: 'approving a budget and signing what is bought from it',
    zh: '审批预算与以该预算签订合同',
    at: ['signContract', 'supplementContract'],
    byDefault: true,
    switchable: false,
  },
  BUYER_CONTROLLER: {
    en: 'signing a contract and refusing, cutting or ending it',
    zh: '签订合同与退回、扣减或终止合同',
    at: ['refuseContract', 'terminateContract', 'deductFromContract'],
    byDefault: true,
    switchable: false,
  },
  BUYER_ACCEPTOR: {
    en: 'buying and accepting what was bought',
    zh: '采购与验收',
    at: ['recordAcceptance'],
    byDefault: true,
    switchable: true,
  },
  BUYER_EVALUATOR: {
    en: 'buying and evaluating what was bought',
    zh: '采购与绩效评价',
    at: ['evaluateContract'],
    byDefault: true,
    switchable: true,
  },
  ACCEPTOR_EVALUATOR: {
    en: 'accepting what was bought and evaluating it',
    zh: '验收与绩效评价',
    at: ['evaluateContract'],
    byDefault: true,
    switchable: true,
  },
  EVALUATOR_APPEAL: {
    en: 'evaluating and answering the objection to it',
    zh: '评价与处理申诉',
    at: ['decideFundEvaluationAppeal'],
    byDefault: true,
    switchable: false,
  },
  SCHEME_SETTER_APPROVER: {
    en: 'proposing how contracts are evaluated and approving it',
    zh: '拟定评价方案与批准评价方案',
    at: ['approveEvaluationScheme'],
    byDefault: true,
    switchable: false,
  },
  REQUESTER_APPROVER: {
    en: 'asking for money and approving it',
    zh: '申请资金与审批资金',
    at: ['approvePayment', 'approveAward', 'refuseAward'],
    byDefault: true,
    switchable: false,
  },
  REQUESTER_PAYER: {
    en: 'asking for money and paying it out',
    zh: '申请资金与拨付资金',
    at: ['instructPayment', 'makePayment'],
    byDefault: true,
    switchable: false,
  },
  APPROVER_PAYER: {
    en: 'approving a payment and paying it out',
    zh: '审批拨付与支付',
    at: ['instructPayment', 'makePayment'],
    byDefault: false,
    switchable: true,
  },
  POLICY_SETTER_APPROVER: {
    en: 'proposing how the county holds a pair and approving it',
    zh: '提出与批准本县岗位设置',
    at: ['approveFourEyesSwitch'],
    byDefault: true,
    switchable: false,
  },
  RECORDER_CORRECTOR: {
    en: 'asking for a payment and taking it back or noting what came back of it',
    zh: '申请拨付与退回、登记退款',
    at: ['returnPayment', 'refundPayment'],
    byDefault: true,
    switchable: false,
  },
  ACTOR_APPROVER: {
    en: 'moving money in the journal and answering for it',
    zh: '记账与复核',
    at: [],
    byDefault: true,
    switchable: false,
  },
} as const satisfies Record<string, FourEyesPair>;

export type FourEyesName = keyof typeof FOUR_EYES;

export const FOUR_EYES_NAMES = Object.keys(FOUR_EYES) as readonly FourEyesName[];

export function pairWords(name: FourEyesName): Message {
  const { en, zh } = FOUR_EYES[name];
  return { en, zh };
}
