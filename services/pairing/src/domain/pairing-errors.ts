import { defineError } from '@qianshou/kernel';

export const pairingNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'PAIRING_NOT_FOUND',
  en: 'There is no pairing {id}.',
  zh: '未找到结对 {id}。',
});

export const pairingNotMatched = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_NOT_MATCHED',
  en: 'The pairing is {status}: an agreement is signed once, after matching.',
  zh: '结对状态为 {status}:协议仅在结对后签署一次。',
});

export const pairingNotSigned = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_NOT_SIGNED',
  en: 'The pairing is {status}: work starts once, under a signed agreement.',
  zh: '结对状态为 {status}:协议签署后方可启动,且仅启动一次。',
});

export const pairingNotActive = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_NOT_ACTIVE',
  en: 'The pairing is {status}: this is only possible while it is at work.',
  zh: '结对状态为 {status}:仅在帮扶期间可执行该操作。',
});

export const pairingNotSuspended = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_NOT_SUSPENDED',
  en: 'The pairing is {status}: only a suspended one is resumed.',
  zh: '结对状态为 {status}:仅暂停的结对可以恢复。',
});

export const pairingPastEnd = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_PAST_END',
  en: 'The last day of the pairing was {endsOn}. Extend it first, with the document that says so.',
  zh: '结对已于 {endsOn} 到期,请先凭文件办理延期。',
});

export const pairingNotExtendable = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_NOT_EXTENDABLE',
  en: 'The pairing is {status}: only one that has begun and is not yet judged is extended.',
  zh: '结对状态为 {status}:仅已启动且未进入终期评估的结对可以延期。',
});

export const pairingEnded = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_ENDED',
  en: 'The pairing is {status} and is not changed any more.',
  zh: '结对状态为 {status},不再变更。',
});

export const pairingNotCompleted = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_NOT_COMPLETED',
  en: 'The pairing is {status}: only a completed one is renewed.',
  zh: '结对状态为 {status}:仅已完成的结对可以续结。',
});

export const pairingNotInEvaluation = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_NOT_IN_FINAL_EVALUATION',
  en: 'The pairing is {status}: this is only possible during its final evaluation.',
  zh: '结对状态为 {status}:仅在终期评估阶段可执行该操作。',
});

export const pairingUnproven = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_UNPROVEN',
  rule: 'PAIR-12',
  en: 'The pairing cannot be completed yet; missing: {missing}.',
  zh: '结对尚不能完成,缺少:{missing}。',
});

export const handOverToSame = defineError({
  kind: 'INVALID',
  code: 'PAIRING_HANDED_OVER_TO_SAME',
  en: 'A pairing is handed over to another agency than the one that leaves.',
  zh: '接续机构不能是退出的机构本身。',
});

export const pairingDatesInvalid = defineError({
  kind: 'INVALID',
  code: 'PAIRING_DATES_INVALID',
  en: 'The date in "{field}" does not fit: {reason}.',
  zh: '“{field}”日期不符合要求:{reason}。',
});
