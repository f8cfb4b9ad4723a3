import { defineError } from '@qianshou/kernel';

export const renewalNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'RENEWAL_NOT_FOUND',
  en: 'There is no decision on a renewal {id}.',
  zh: '没有编号为 {id} 的续聘事项。',
});

export const renewalNotOpen = defineError({
  kind: 'CONFLICT',
  code: 'RENEWAL_NOT_OPEN',
  rule: 'PER-10',
  en: 'Nothing is to be decided here any more: {status:RenewalStatus}. What was decided stands; correct the posting where its days are wrong.',
  zh: '该续聘事项已不待决定,当前为 {status:RenewalStatus}。原决定仍有效;任职日期有误的请更正任职。',
});

export const renewalDayImplausible = defineError({
  kind: 'INVALID',
  code: 'RENEWAL_DAY_IMPLAUSIBLE',
  rule: 'PER-10',
  en: 'An exception is for a time to come of at most {years} years, and nobody leaves on a day that is over: {until}. Name another day.',
  zh: '破例续聘的期限须晚于今天且不超过 {years} 年,不再续聘的离岗日期不得早于今天:{until} 有误,请另填日期。',
});
