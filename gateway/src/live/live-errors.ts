import { defineRefusal } from '../errors.ts';

export const subscriptionsOnly = defineRefusal({
  kind: 'INVALID',
  code: 'SUBSCRIPTION_EXPECTED',
  status: 400,
  en: 'Only subscriptions are taken here. Send queries and mutations to /graphql with POST.',
  zh: '此处仅接受订阅，查询与变更请以 POST 发送至 /graphql。',
});

export const streamNotAccepted = defineRefusal({
  kind: 'INVALID',
  code: 'REQUEST_NOT_ACCEPTABLE',
  status: 406,
  en: 'A subscription is answered as a stream of events: send "Accept: text/event-stream".',
  zh: '订阅以事件流应答，请发送请求头 “Accept: text/event-stream”。',
});

export const tooManyIds = defineRefusal({
  kind: 'INVALID',
  code: 'SUBSCRIPTION_HAS_TOO_MANY_IDS',
  status: 400,
  en: 'A subscription follows at most {most} objects, and at least one. Open another one for the rest.',
  zh: '每个订阅可关注 1 至 {most} 个对象，其余请另行订阅。',
});

export const subscriptionEnded = defineRefusal({
  kind: 'UNAVAILABLE',
  code: 'SUBSCRIPTION_ENDED',
  status: 200,
  en: 'The subscription has ended: {reason}. Subscribe again behind `details.position`, with a token that is valid; nothing is missed.',
  zh: '订阅已结束（{reason}）。请使用有效令牌，从 details.position 之后重新订阅，不会遗漏。',
});

export const subscriptionNeedsSignIn = defineRefusal({
  kind: 'FORBIDDEN',
  code: 'UNAUTHENTICATED',
  status: 401,
  en: 'Subscriptions need a token: send "Authorization: Bearer …", over WebSocket as `authorization` in the parameters of the connection.',
  zh: '订阅需要令牌：请发送请求头 “Authorization: Bearer …”，WebSocket 请在连接参数中提供 authorization。',
});
