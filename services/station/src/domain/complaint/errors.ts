import { defineError } from '@qianshou/kernel';

export const complaintNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'COMPLAINT_NOT_FOUND',
  en: 'There is no complaint {id}.',
  zh: '没有编号为 {id} 的投诉。',
});

export const complaintLimitReached = defineError({
  kind: 'CONFLICT',
  code: 'COMPLAINT_LIMIT_REACHED',
  en: 'This station has received {most} complaints today, as many as are taken in a day without an account. Sign in to file one all the same, come back tomorrow, or turn to the county bureau.',
  zh: '该站今日已收到 {most} 件投诉,已达无账号受理上限,请登录后提交,或明日再提交,或联系县民政局。',
});

export const complaintLimitOfCallerReached = defineError({
  kind: 'CONFLICT',
  code: 'COMPLAINT_LIMIT_OF_CALLER_REACHED',
  en: 'You have filed {most} complaints about this station today, as many as one person, or one address without an account, may. Come back tomorrow or turn to the county bureau.',
  zh: '您今日对该站已提交 {most} 件投诉,已达每人(未登录时为每个网络地址)上限,请明日再提交或联系县民政局。',
});

export const complaintStruck = defineError({
  kind: 'CONFLICT',
  code: 'COMPLAINT_STRUCK',
  en: 'The complaint was struck out on {on}. File a new one if there is cause.',
  zh: '该投诉已于 {on} 作废。如确有问题，请另行提交。',
});

export const complaintAlreadyHandled = defineError({
  kind: 'CONFLICT',
  code: 'COMPLAINT_ALREADY_HANDLED',
  en: 'The complaint was handled on {on}. File a new one if something is left.',
  zh: '该投诉已于 {on} 办结。如仍有问题，请另行提交。',
});
