import { defineError } from '@qianshou/kernel';

export const transferRequestNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'WORKER_TRANSFER_NOT_FOUND',
  en: 'There is no request for a transfer {id}.',
  zh: '没有编号为 {id} 的调入申请。',
});

export const transferQuestionNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'WORKER_TRANSFER_QUESTION_NOT_FOUND',
  en: 'There is no request {id} about anybody whom your county keeps.',
  zh: '没有编号为 {id} 的、涉及本县登记人员的调出事项。',
});

export const transferQuestionNotOpen = defineError({
  kind: 'CONFLICT',
  code: 'WORKER_TRANSFER_NOT_OPEN',
  rule: 'PER-16',
  en: 'Nothing is to be answered here any more: it was answered, or its last day {openUntil} is over. Let the other county ask again.',
  zh: '该调出事项已答复或已过答复期限 {openUntil}。确需调动的,请对方县重新申请。',
});

export const workerStillEmployed = defineError({
  kind: 'CONFLICT',
  code: 'WORKER_STILL_EMPLOYED',
  en: 'Their employer operates nothing in {countyCode}. Let the employment end, or be transferred, first.',
  zh: '该人员的用人机构在 {countyCode} 没有承接项目。请先终止聘用或办理转聘。',
});
