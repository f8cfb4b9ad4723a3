import { defineError } from '@qianshou/kernel';

export const centreNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'CENTRE_NOT_FOUND',
  en: 'There is no guidance centre {id}.',
  zh: '没有编号为 {id} 的指导中心。',
});

export const centreAlreadyPlanned = defineError({
  kind: 'CONFLICT',
  code: 'CENTRE_ALREADY_PLANNED',
  rule: 'STA-5',
  en: 'The county has its one guidance centre already. Go on with that one, or close it first.',
  zh: '本县已设立一个指导中心。请在该中心上继续办理，或先将其关闭。',
});

export const centreNotPlanned = defineError({
  kind: 'CONFLICT',
  code: 'CENTRE_NOT_PLANNED',
  en: 'This needs a centre that is planned and not open yet; its status is {status:GuidanceCentreStatus}.',
  zh: '仅适用于筹建中的指导中心,当前状态为 {status:GuidanceCentreStatus}。',
});

export const centreLacksStaff = defineError({
  kind: 'CONFLICT',
  code: 'CENTRE_LACKS_STAFF',
  rule: 'STA-6',
  en: 'The centre needs two social workers on duty and an expert team; it lacks: {missing:words}. Provide what is missing first.',
  zh: '指导中心须有不少于两名专业社工和高校专家团队,尚缺:{missing:words}。请先补齐。',
});

export const centreClosed = defineError({
  kind: 'CONFLICT',
  code: 'CENTRE_CLOSED',
  en: 'The guidance centre was closed on {on}. The county may plan another one.',
  zh: '该指导中心已于 {on} 关闭,本县可另行立项。',
});
