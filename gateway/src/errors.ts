import {
  type DetailsOf,
  type ErrorKind,
  fill,
  inEnglish,
  type Message,
  rateLimited as rateLimit,
} from '@qianshou/kernel';
import type { Language } from '@qianshou/service-kit/identity';

/** What a refusal of the gateway means. `UNAVAILABLE`: the same request may succeed later; `FAULT`: nobody knows. */
export type GatewayErrorKind = ErrorKind | 'UNAVAILABLE' | 'FAULT';

export interface GatewayErrorDefinition<En extends string = string, Zh extends string = string> {
  /** What is wrong and what to do about it, with a place for each detail. */
  readonly en: En;
  readonly zh: Zh;
  readonly kind: GatewayErrorKind;
  readonly code: string;
  /** The HTTP status when the whole request is refused. */
  readonly status: number;
  /** Details that each refusal of this kind carries. */
  readonly always?: RefusalDetails;
}

/** What a message is filled with, and what clients read from `details`. */
export type RefusalDetails = Readonly<Record<string, string | number | boolean | Message>>;

/** A refusal before or around the graph: a value, not an exception, since nothing unexpected has happened. */
export interface Refusal {
  readonly definition: GatewayErrorDefinition;
  readonly details: RefusalDetails;
}

/** A detail that its message has a place for, and that is not given, does not compile. */
export interface RefusalFactory<Template extends string = never> {
  (
    ...details: keyof DetailsOf<Template> extends never
      ? [details?: RefusalDetails]
      : [details: DetailsOf<Template> & RefusalDetails]
  ): Refusal;
  readonly definition: GatewayErrorDefinition;
}

/** As a client sees it in `errors[]`. */
export interface RenderedError {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

export function defineRefusal<const En extends string, const Zh extends string>(
  definition: GatewayErrorDefinition<En, Zh>,
): RefusalFactory<`${En}${Zh}`> {
  const make = (details: RefusalDetails = {}): Refusal => ({
    definition,
    details: { ...details, ...definition.always },
  });
  return Object.assign(make, { definition });
}

const tooMuch = (code: string, en: string, zh: string, status = 400): RefusalFactory<'{limit}'> =>
  defineRefusal({
    kind: 'INVALID',
    code,
    status,
    en: `${en}; at most {limit} allowed. Split or shorten it.`,
    zh: `${zh},上限为 {limit}，请拆分或缩短。`,
  });

export const sourceTooLong = tooMuch('QUERY_SOURCE_TOO_LONG', 'The query is too long', '查询文本过长');
export const tooManyTokens = tooMuch(
  'QUERY_HAS_TOO_MANY_TOKENS',
  'The query has too many tokens',
  '查询的词元过多',
);
export const tooManyComments = tooMuch(
  'QUERY_HAS_TOO_MANY_COMMENTS',
  'The query has too many comments',
  '查询的注释过多',
);
export const tooDeep = tooMuch('QUERY_TOO_DEEP', 'The query is nested too deeply', '查询嵌套过深');
export const tooManyAliases = tooMuch(
  'QUERY_HAS_TOO_MANY_ALIASES',
  'The query has too many aliases',
  '查询的别名过多',
);
export const tooManyRootFields = tooMuch(
  'QUERY_HAS_TOO_MANY_ROOT_FIELDS',
  'The query asks for too many root fields',
  '查询的根字段过多',
);
export const tooManyMutations = tooMuch(
  'QUERY_HAS_TOO_MANY_MUTATIONS',
  'One request changes one thing: it holds too many mutations',
  '一次请求只能执行一项变更:变更过多',
);
export const tooManyDirectives = tooMuch(
  'QUERY_HAS_TOO_MANY_DIRECTIVES',
  'The query has too many directives',
  '查询的指令过多',
);
export const tooManyFragments = tooMuch(
  'QUERY_HAS_TOO_MANY_FRAGMENTS',
  'The query has too many fragments',
  '查询的片段过多',
);
export const tooComplex = tooMuch(
  'QUERY_TOO_COMPLEX',
  'The query selects too many fields once its fragments are expanded',
  '查询展开后选取的字段过多',
);
export const queryTooCostly = defineRefusal({
  kind: 'INVALID',
  code: 'QUERY_TOO_COSTLY',
  status: 400,
  en: 'The query asks for about {cost} objects; at most {limit} are allowed. Ask for smaller pages, fewer lists inside lists, or in several requests.',
  zh: '查询约需返回 {cost} 个对象,上限为 {limit}。请减小每页条数、减少列表嵌套,或分多次查询。',
});
export const tooManyOperations = tooMuch(
  'QUERY_HAS_TOO_MANY_OPERATIONS',
  'The document holds too many operations',
  '文档中的操作过多',
);
export const bodyTooLarge = tooMuch(
  'REQUEST_BODY_TOO_LARGE',
  'The request body is too large',
  '请求体过大',
  413,
);

export const notJson = defineRefusal({
  kind: 'INVALID',
  code: 'REQUEST_NOT_JSON',
  status: 415,
  en: 'Send the request as uncompressed application/json.',
  zh: '请以未压缩的 application/json 发送请求。',
});

export const malformedRequest = defineRefusal({
  kind: 'INVALID',
  code: 'BAD_REQUEST',
  status: 400,
  en: 'The request is not one GraphQL request in JSON: {reason:words}. Correct it and send it again.',
  zh: '请求不是单个 JSON 格式的 GraphQL 请求:{reason:words}。请更正后重新发送。',
});

export const methodNotAllowed = defineRefusal({
  kind: 'INVALID',
  code: 'REQUEST_METHOD_NOT_ALLOWED',
  status: 405,
  en: 'Send GraphQL requests with POST; a query may also be sent with GET.',
  zh: '请使用 POST 发送 GraphQL 请求;查询也可使用 GET。',
});

export const notFound = defineRefusal({
  kind: 'NOT_FOUND',
  code: 'NOT_FOUND',
  status: 404,
  en: 'Nothing is served here; the graph is at /graphql.',
  zh: '此路径无内容,请访问图接口 /graphql。',
});

export const badText = defineRefusal({
  kind: 'INVALID',
  code: 'BAD_USER_INPUT',
  status: 400,
  en: 'The value of "{field}" cannot be used: {reason:words}. Correct it and send it again.',
  zh: '“{field}”的值无效:{reason:words}。请更正后重新提交。',
});

export const syntaxError = defineRefusal({
  kind: 'INVALID',
  code: 'GRAPHQL_PARSE_FAILED',
  status: 400,
  en: 'The query is not valid GraphQL: {reason:words} Correct it and send it again.',
  zh: '查询不符合 GraphQL 语法:{reason:words} 请更正后重新发送。',
});

export const unknownOperation = defineRefusal({
  kind: 'INVALID',
  code: 'OPERATION_RESOLUTION_FAILURE',
  status: 400,
  en: 'The document holds no operation of that name, or several and none is named; name one in "operationName".',
  zh: '文档中没有该名称的操作,或含多个操作而未指明,请在 “operationName” 中指明。',
});

export const unauthenticated = defineRefusal({
  kind: 'FORBIDDEN',
  code: 'UNAUTHENTICATED',
  status: 401,
  en: 'The access token cannot be used: {reason:words}. Sign in again.',
  zh: '访问令牌不可用:{reason:words}。请重新登录。',
});

export const introspectionNeedsSignIn = defineRefusal({
  kind: 'FORBIDDEN',
  code: 'UNAUTHENTICATED',
  status: 401,
  en: 'The schema is for those who signed in. Sign in to read it.',
  zh: '请登录后查看模式。',
});

export const authenticationUnavailable = defineRefusal({
  kind: 'UNAVAILABLE',
  code: 'AUTHENTICATION_UNAVAILABLE',
  status: 503,
  en: 'Access tokens cannot be checked at the moment. Try again shortly.',
  zh: '暂时无法校验访问令牌,请稍后重试。',
});

export const overloaded = defineRefusal({
  kind: 'UNAVAILABLE',
  code: 'GATEWAY_OVERLOADED',
  status: 503,
  en: 'Too many requests are being served. Try again shortly.',
  zh: '当前请求过多,请稍后重试。',
});

export const rateLimited = defineRefusal({ ...rateLimit.definition, status: 429 });

export const internalError = defineRefusal({
  kind: 'FAULT',
  code: 'INTERNAL_SERVER_ERROR',
  status: 500,
  en: 'Something went wrong on our side. Quote {correlationId} when you report it.',
  zh: '系统内部错误,反馈时请提供编号 {correlationId}。',
});

export function render({ definition, details }: Refusal, language: Language): RenderedError {
  const { code, kind } = definition;
  const message = fill(definition[language], details, language);
  // A fault shows what it is reported under, as subgraphs do, and means nothing that a client could act upon.
  const shown = inEnglish(details);
  if (kind === 'FAULT') return { message, extensions: { code, ...shown } };
  return {
    message,
    extensions: { code, kind, ...(Object.keys(shown).length > 0 ? { details: shown } : {}) },
  };
}

/** The hub of partner platforms does not answer; whoever reads it goes on from where they were. */
export const feedUnavailable = defineRefusal({
  kind: 'UNAVAILABLE',
  code: 'FEED_UNAVAILABLE',
  status: 503,
  en: 'The feed is not available at the moment. Ask again from the same position: nothing is missed.',
  zh: '事件流暂时不可用,请稍后从同一位置重新读取,不会遗漏。',
});
