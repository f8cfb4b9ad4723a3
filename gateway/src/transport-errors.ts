import { defineRefusal } from './errors.ts';

export const changeByGet = defineRefusal({
  kind: 'INVALID',
  code: 'REQUEST_METHOD_NOT_ALLOWED',
  status: 405,
  en: 'GET only asks; send a mutation with POST.',
  zh: 'GET 仅用于查询,变更请使用 POST 发送。',
});

export const couldBeForged = defineRefusal({
  kind: 'INVALID',
  code: 'REQUEST_COULD_BE_FORGED',
  status: 400,
  en: 'A link of any page could have sent this GET. Send "Accept: application/graphql-response+json" from an allowed origin, or the header "apollo-require-preflight: true".',
  zh: '此 GET 请求可能来自任意网页的链接。请在允许的来源发送 “Accept: application/graphql-response+json”,或附加请求头 “apollo-require-preflight: true”。',
});

export const notAcceptable = defineRefusal({
  kind: 'INVALID',
  code: 'REQUEST_NOT_ACCEPTABLE',
  status: 406,
  en: 'Answers are application/graphql-response+json or application/json; name one of them in "Accept".',
  zh: '应答类型为 application/graphql-response+json 或 application/json,请在 “Accept” 中指明其一。',
});

export const malformedUrl = defineRefusal({
  kind: 'INVALID',
  code: 'BAD_REQUEST',
  status: 400,
  en: 'The address of the request is malformed; the graph is at /graphql.',
  zh: '请求地址格式有误,图接口位于 /graphql。',
});

export const malformedHttp = defineRefusal({
  kind: 'INVALID',
  code: 'BAD_REQUEST',
  status: 400,
  en: 'The request is not HTTP that can be read. Send it again with another client.',
  zh: '无法识别的 HTTP 请求，请更换客户端后重试。',
});

export const headersTooLarge = defineRefusal({
  kind: 'INVALID',
  code: 'REQUEST_HEADERS_TOO_LARGE',
  status: 431,
  en: 'Address and headers of the request are too long; send a long query with POST.',
  zh: '请求地址与请求头过长,较长的查询请使用 POST 发送。',
});

export const requestTooSlow = defineRefusal({
  kind: 'UNAVAILABLE',
  code: 'REQUEST_TOO_SLOW',
  status: 408,
  en: 'The request did not arrive in time; send it again.',
  zh: '请求未能及时送达,请重新发送。',
});

export const persistedQueriesNotServed = defineRefusal({
  kind: 'INVALID',
  code: 'PERSISTED_QUERY_NOT_SUPPORTED',
  status: 200,
  // A word of the protocol: clients recognise it by this text in every language, and then send the query itself.
  en: 'PersistedQueryNotSupported',
  zh: 'PersistedQueryNotSupported',
});

export const persistedQueryNotFound = defineRefusal({
  kind: 'NOT_FOUND',
  code: 'PERSISTED_QUERY_NOT_FOUND',
  status: 200,
  // A word of the protocol, as above.
  en: 'PersistedQueryNotFound',
  zh: 'PersistedQueryNotFound',
});

export const documentNotTrusted = defineRefusal({
  kind: 'FORBIDDEN',
  code: 'DOCUMENT_NOT_TRUSTED',
  status: 403,
  en: 'With this sign-in the graph answers registered documents only. Register the document in a manifest of the gateway, or sign in as an analyst to ask freely.',
  zh: '以当前身份只能使用已登记的查询文档。请将该文档登记到网关清单,或以分析人员身份登录后自由查询。',
});

export const subscriptionsNotServed = defineRefusal({
  kind: 'INVALID',
  code: 'SUBSCRIPTION_NOT_SUPPORTED',
  status: 400,
  en: 'Subscriptions are not answered here. Open them over WebSocket at /graphql (graphql-ws), or as a stream of events at /graphql/stream (graphql-sse).',
  zh: '此处不应答订阅，请通过 WebSocket 连接 /graphql（graphql-ws），或在 /graphql/stream 以事件流订阅（graphql-sse）。',
});

export const atLeastUnreadable = defineRefusal({
  kind: 'INVALID',
  code: 'AT_LEAST_UNREADABLE',
  status: 400,
  en: '`x-qianshou-at-least` names no position of an answer or of the feed, and no `station/<id>@<version>`. Send what an answer gave in `extensions.position` or `extensions.wrote`, unchanged, and at most five positions.',
  zh: 'x-qianshou-at-least 中没有有效的位置标记或“station/<编号>@<版本>”。请原样使用 extensions.position 或 extensions.wrote 给出的内容，位置标记最多五个。',
});
