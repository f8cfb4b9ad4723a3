import { defineError } from '@qianshou/kernel';

export const regionRetired = defineError({
  kind: 'CONFLICT',
  code: 'REGION_RETIRED',
  en: '{code} is retired from the division codes since {on}: nothing new begins there. Name the region that took its place.',
  zh: '区划代码 {code} 自 {on} 起停用,不能再新设。请改用承接其职能的区划。',
});

export const operatorNotEligible = defineError({
  kind: 'CONFLICT',
  code: 'OPERATOR_NOT_ELIGIBLE',
  en: 'The agency cannot operate stations: its status is {status:words}, registered as an operator: {canOperate:yesNo}. Choose another agency, or have its registration changed.',
  zh: '该机构不能承接社工站:状态 {status:words},具备承接资格:{canOperate:yesNo}。请另选机构，或先变更其登记。',
});

export const dateInFuture = defineError({
  kind: 'INVALID',
  code: 'DATE_IN_FUTURE',
  en: 'What is recorded as done cannot lie in the future: {day}. Give the day on which it took place.',
  zh: '已发生事项的日期不能晚于今天:{day}。请填写实际发生日期。',
});

export const operatorUnknown = defineError({
  kind: 'CONFLICT',
  code: 'OPERATOR_UNKNOWN',
  en: 'No agency with the credit code {code} is known here. Register it first; what was just registered is known in a moment.',
  zh: '此处尚无统一社会信用代码为 {code} 的机构。请先登记该机构;刚登记的机构稍后即可识别。',
});

export const datesOutOfOrder = defineError({
  kind: 'INVALID',
  code: 'DATES_OUT_OF_ORDER',
  en: '{day} lies before {after}, which it must follow. Correct the day.',
  zh: '{day} 早于其应晚于的 {after}。请更正日期。',
});

export const serviceUnknown = defineError({
  kind: 'INVALID',
  code: 'SERVICE_UNKNOWN',
  en: 'The catalogue has no service {code}; query serviceCatalogue for those it has.',
  zh: '服务目录中没有 {code},请查询 serviceCatalogue。',
});

export const monthsWrong = defineError({
  kind: 'INVALID',
  code: 'MONTHS_WRONG',
  en: 'Give months as YYYY-MM, the first not after the last, at most {most} of them.',
  zh: '请以 YYYY-MM 给出月份,起始不晚于截止,最多 {most} 个月。',
});
