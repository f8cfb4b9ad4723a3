import { defineError } from '@qianshou/kernel';

export const serviceRecordNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'SERVICE_RECORD_NOT_FOUND',
  en: 'There is no service record {id}.',
  zh: '没有编号为 {id} 的服务记录。',
});

export const serviceRecordsUnbounded = defineError({
  kind: 'INVALID',
  code: 'SERVICE_RECORDS_UNBOUNDED',
  en: 'Name a station, or a province or a region below it: records are not listed without end. The sums of the nation are in serviceMonths.',
  zh: '请指定社工站,或省级及以下区划:服务记录不作无限列示。全国汇总见 serviceMonths。',
});

export const serviceEntryTaken = defineError({
  kind: 'CONFLICT',
  code: 'SERVICE_ENTRY_TAKEN',
  en: 'The station has a service record under this entry number already. Give the record its own number, or none.',
  zh: '该社工站已有使用此编号的服务记录。请使用其他编号或留空。',
});

export const serviceNotMeantSo = defineError({
  kind: 'INVALID',
  code: 'SERVICE_NOT_MEANT_SO',
  en: 'The service {service} is for the groups [{groups:BeneficiaryGroup}] by the methods [{methods:ServiceMethod}]. Choose one of them, or another service.',
  zh: '服务 {service} 适用对象为 [{groups:BeneficiaryGroup}],方法为 [{methods:ServiceMethod}]。请从中选取，或另选服务。',
});

export const serviceHasNoPartners = defineError({
  kind: 'INVALID',
  code: 'SERVICE_HAS_NO_PARTNERS',
  en: 'Partners (五社联动) are named of grassroots governance alone; the service {service} is of the domain {domain:ServiceDomain}.',
  zh: '仅基层治理服务可登记五社联动主体;服务 {service} 属于领域 {domain:ServiceDomain}。',
});

export const serviceRecordStruck = defineError({
  kind: 'CONFLICT',
  code: 'SERVICE_RECORD_STRUCK',
  en: 'The record was struck out on {on} already. Record the right one anew.',
  zh: '该记录已于 {on} 作废。如有需要请重新登记。',
});
