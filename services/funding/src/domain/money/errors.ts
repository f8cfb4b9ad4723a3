import { defineError } from '@qianshou/kernel';

export const ledgerRecordNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'LEDGER_RECORD_NOT_FOUND',
  en: 'There is no seal or reconciliation {id}. Read reconciliations of the county and year.',
  zh: '未找到封账或对账记录 {id}。请查询该县该年度的 reconciliations。',
});
