import { defineError } from '@qianshou/kernel';

export const endpointNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'WEBHOOK_ENDPOINT_NOT_FOUND',
  en: 'There is no webhook endpoint {id} of yours.',
  zh: '您名下没有编号为 {id} 的回调地址。',
});

export const endpointRemoved = defineError({
  kind: 'CONFLICT',
  code: 'WEBHOOK_ENDPOINT_REMOVED',
  en: 'The endpoint "{name}" was removed. Register another one.',
  zh: '回调地址“{name}”已删除,请重新登记。',
});

export const endpointNotInStatus = defineError({
  kind: 'CONFLICT',
  code: 'WEBHOOK_ENDPOINT_NOT_IN_STATUS',
  en: 'The endpoint "{name}" is {status:EndpointStatus}. `allowedActions` says what can be done with it now.',
  zh: '回调地址“{name}”当前状态为“{status:EndpointStatus}”,可执行的操作见 allowedActions。',
});

export const endpointUrlRefused = defineError({
  kind: 'INVALID',
  code: 'WEBHOOK_URL_REFUSED',
  en: 'This address cannot be called: {reason:words}. Give an https address of a public host, on port 443 or 8443.',
  zh: '该地址不可用:{reason:words}。请提供公网主机的 https 地址,端口 443 或 8443。',
});

export const tooManyEndpoints = defineError({
  kind: 'CONFLICT',
  code: 'WEBHOOK_ENDPOINTS_TOO_MANY',
  en: 'One partner has {most} endpoints at most. Remove one that is not needed any more.',
  zh: '每个合作平台最多 {most} 个回调地址,请先删除不再使用的地址。',
});
