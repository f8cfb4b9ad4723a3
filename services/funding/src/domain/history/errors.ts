import { defineError } from '@qianshou/kernel';

export const historyNotPast = defineError({
  kind: 'INVALID',
  code: 'FUNDING_HISTORY_NOT_PAST',
  en: 'The year {year} is not over: history is entered of years before {thisYear}. What belongs to {year} is done here, step by step.',
  zh: '{year} 年度尚未结束,仅可补录 {thisYear} 年以前的数据。{year} 年度的事项请在平台内逐步办理。',
});

export const historyNotOver = defineError({
  kind: 'INVALID',
  code: 'FUNDING_HISTORY_NOT_OVER',
  en: 'The contract runs to {endsOn}: only one that is over is entered as history. Sign it here under the budget of its year.',
  zh: '合同期至 {endsOn},尚未结束,不得作为历史数据补录。请在平台内按其预算年度签订。',
});

export const historyBudgetMissing = defineError({
  kind: 'NOT_FOUND',
  code: 'FUNDING_HISTORY_BUDGET_MISSING',
  en: 'No budget of {year} was entered as history for {countyCode}. Import the budgets of past years first; what was planned here is contracted here.',
  zh: '{countyCode} 的 {year} 年度预算未作为历史数据补录。请先导入历年预算;在平台内编制的预算,其合同也在平台内签订。',
});

export const historyContractMissing = defineError({
  kind: 'NOT_FOUND',
  code: 'FUNDING_HISTORY_CONTRACT_MISSING',
  en: 'No contract {contractNo} was entered as history for {countyCode}. Import the contracts of past years first; what was signed here is paid here.',
  zh: '{countyCode} 的合同 {contractNo} 未作为历史数据补录。请先导入历年合同;在平台内签订的合同,其拨付也在平台内办理。',
});
