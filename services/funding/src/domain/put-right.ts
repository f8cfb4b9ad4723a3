import type { PutRightTable } from '@qianshou/kernel';

/** What of this service can be struck out or corrected, by whom, and what follows; docs/corrections.md shows it. */
export const fundingPutRight: PutRightTable = {
  facts: [
    {
      fact: { en: 'Contract before money moved', zh: '未付款合同' },
      aggregate: 'contract',
      strike: 'withdrawContract',
      correct: 'correctContract',
      office: 'COUNTY_CIVIL_AFFAIRS',
      follows: { en: 'Instalments, conditions.', zh: '分期与条件。' },
    },
    {
      fact: { en: 'Purchase project', zh: '购买项目' },
      aggregate: 'purchase-project',
      strike: 'closePurchaseProject',
      correct: 'correctPurchaseProject',
      reason: { en: 'Corrected before it is published.', zh: '发布前可更正。' },
      isDecision: true,
      office: 'COUNTY_CIVIL_AFFAIRS',
      follows: { en: 'What of the budget is left to be planned.', zh: '预算尚可安排的金额。' },
    },
    {
      fact: { en: 'Award before money moved', zh: '未付款奖补' },
      aggregate: 'reward-award',
      strike: 'withdrawAward',
      correct: 'correctAward',
      office: 'COUNTY_CIVIL_AFFAIRS',
      follows: { en: 'Its amount.', zh: '金额。' },
    },
    {
      fact: { en: 'Payment', zh: '拨付' },
      aggregate: 'payment',
      strike: 'returnPayment',
      correct: null,
      reason: { en: 'Money is corrected by reversal only.', zh: '资金仅以冲正更正。' },
      isDecision: true,
      office: 'FINANCE_AUDITOR',
      follows: { en: 'The ledger, by reversal.', zh: '总账，仅以冲正方式。' },
    },
    {
      fact: { en: 'Assistance fund of a year', zh: '上年救助资金' },
      aggregate: 'budget-plan',
      strike: null,
      correct: 'restateAssistanceFund',
      reason: { en: 'The budget is drafted anew.', zh: '预算可重新编制。' },
      office: 'COUNTY_CIVIL_AFFAIRS',
      follows: { en: 'The cap.', zh: '比例上限。' },
    },
    {
      fact: { en: 'Fund source', zh: '资金来源' },
      aggregate: 'fund-source',
      strike: null,
      correct: null,
      reason: { en: 'It follows its budget, which is adjusted.', zh: '随预算调整。' },
      office: 'COUNTY_CIVIL_AFFAIRS',
      follows: { en: 'The budget.', zh: '预算。' },
    },
    {
      fact: { en: 'Evaluation of a contract', zh: '合同绩效评价' },
      aggregate: 'fund-evaluation',
      strike: 'strikeFundEvaluation',
      correct: 'correctFundEvaluation',
      office: 'EVALUATOR',
      follows: { en: 'Grade, rectification, the bar of its provider.', zh: '等级、整改、承接机构受限。' },
    },
    {
      fact: { en: 'Evaluation of a budget', zh: '预算绩效评价' },
      aggregate: 'budget-evaluation',
      strike: null,
      correct: 'evaluateBudget',
      reason: {
        en: 'The latest one of a year counts: it is evaluated anew.',
        zh: '以最近一次为准，可重新评价。',
      },
      office: 'COUNTY_CIVIL_AFFAIRS',
      follows: { en: 'What the next plan is warned of.', zh: '下年度预算提示。' },
    },
    {
      fact: { en: 'Evaluation scheme', zh: '评价方案' },
      aggregate: 'evaluation-scheme',
      strike: null,
      correct: 'proposeEvaluationScheme',
      reason: {
        en: 'Another scheme of the same year takes its place once it is approved.',
        zh: '同年度新方案批准后取代原方案。',
      },
      isDecision: true,
      office: 'COUNTY_CIVIL_AFFAIRS',
      follows: {
        en: 'Later evaluations; those of before keep their weights.',
        zh: '其后的评价，此前评价的权重不变。',
      },
    },
  ],
  nothing: [
    {
      aggregate: 'four-eyes-switch',
      because: {
        en: 'A county decides anew how it holds a pair; what it decided before stays in the history.',
        zh: '县可重新决定岗位设置，原决定保留在历史中。',
      },
    },
    {
      aggregate: 'import',
      because: {
        en: 'An import is a file that was applied; each row that it wrote is a fact of its own and is put right there.',
        zh: '导入仅是载体，所写入的每条记录各自更正。',
      },
    },
    {
      aggregate: 'cap-breach',
      because: { en: 'It says what was refused.', zh: '记录被拒绝的申请，不得更改。' },
    },
    {
      aggregate: 'ledger-seal',
      because: { en: 'It says what the journal was then.', zh: '封账记录当时的账簿状态，不得更改。' },
    },
    {
      aggregate: 'ledger-check',
      because: {
        en: 'It says what was found then; the next month says more.',
        zh: '对账记录当时的结果，不得更改。',
      },
    },
    {
      aggregate: 'audit-log',
      because: { en: 'Nothing may change it.', zh: '审计日志不得更改。' },
    },
  ],
};
