import { defineError } from '@qianshou/kernel';

export const typePatternUnknown = defineError({
  kind: 'INVALID',
  code: 'EVENT_TYPE_UNKNOWN',
  en: 'No event of "{pattern}" is told to partners. Name types that `partnerEventTypes` lists, or their beginning with a * behind it.',
  zh: '没有面向合作平台的事件符合“{pattern}”。请使用 partnerEventTypes 列出的类型,或其前缀加 *。',
});

export const positionUnreadable = defineError({
  kind: 'INVALID',
  code: 'POSITION_UNREADABLE',
  en: 'This is no position of this feed. Send one that the feed has given, unchanged, or leave it out to begin at the beginning.',
  zh: '该位置标记无效。请原样使用事件流给出的位置,或省略以从头读取。',
});

export const positionGone = defineError({
  kind: 'CONFLICT',
  code: 'POSITION_GONE',
  en: 'The feed was put back to an earlier state, and this position is of before. Read from the beginning again: what you have already has the same ids.',
  zh: '事件流已恢复至较早状态,该位置已失效。请从头读取,已收到的事件编号不变。',
});

export const partnerAccessWithdrawn = defineError({
  kind: 'FORBIDDEN',
  code: 'PARTNER_ACCESS_WITHDRAWN',
  en: "The platform has withdrawn your access to what partners are told: {reason}. Ask the platform's office; what happens meanwhile waits for you.",
  zh: '平台已收回您的合作平台访问权限:{reason}。请联系平台管理方,期间发生的事件会为您保留。',
});

export const partnerUnknown = defineError({
  kind: 'NOT_FOUND',
  code: 'PARTNER_UNKNOWN',
  en: 'No token of "{subject}" was ever seen here, and nothing was withdrawn from it. Give the subject as `partnerStanding` tells it.',
  zh: '未见过“{subject}”的令牌,也未收回过其权限。请按 partnerStanding 所示填写令牌主体。',
});

export const tooManyStreams = defineError({
  kind: 'UNAVAILABLE',
  code: 'TOO_MANY_STREAMS',
  en: 'At most {most} streams of one caller are open at a time. Close one, or read pages instead.',
  zh: '同一调用方最多同时打开 {most} 个事件流。请关闭其一,或改用分页读取。',
});
