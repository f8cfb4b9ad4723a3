import { unwrapResolverError } from '@apollo/server/errors';
import { DomainError, isMessage, type Message, unavailable } from '@qianshou/kernel';
import type { GraphQLFormattedError } from 'graphql';
import type { Language } from '../identity/language.ts';
import { isOutOfTime } from '../mongo/bounded-reads.ts';
import { isOutage } from '../mongo/outage.ts';
import { currentScope } from '../scope/scope.ts';
import { requestWords } from '../wording/request-words.ts';

/** Apollo's own codes that say something about the request and nothing about us. */
const REQUEST_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** Both languages travel until the response is sent; only then the reader's one is chosen. */
interface BilingualExtensions {
  readonly messages?: Message;
}

/** A refusal becomes `extensions { code, kind, details }`; servers that are away are UNAVAILABLE; all else is masked. */
export function formatSubgraphError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  if (cause instanceof DomainError) return formatDomainError(formatted, cause);
  if (isOutOfTime(cause)) return outOfTime(formatted);
  if (isOutage(cause)) return formatDomainError(formatted, unavailable());
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && REQUEST_CODES.has(code)) return formatRequestError(formatted, code);
  return {
    message: 'Internal error. Quote the correlation id when you report it.',
    ...placeOf(formatted),
    extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId: currentScope().correlationId },
  };
}

/** A fault is what is neither a refusal nor a malformed request: it is logged, once. */
export function isFault(error: unknown): boolean {
  const cause = unwrapResolverError(error);
  if (cause instanceof DomainError || isOutOfTime(cause)) return false;
  const code = (error as { extensions?: { code?: unknown } }).extensions?.code;
  return !(typeof code === 'string' && REQUEST_CODES.has(code));
}

const OUT_OF_TIME: Message = {
  en: 'The time for this request is over. Ask for less at once, or ask again.',
  zh: '本次请求已超时，请减少一次查询的内容或稍后重试。',
};

/** Said with the gateway's own code for a subgraph that is late: mostly the gateway has said it already. */
function outOfTime(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const { en: message } = OUT_OF_TIME;
  const extensions = { code: 'SUBGRAPH_TIMEOUT', kind: 'UNAVAILABLE', messages: OUT_OF_TIME };
  return { message, ...placeOf(formatted), extensions };
}

export function inLanguage(error: GraphQLFormattedError, language: Language): GraphQLFormattedError {
  const { messages, ...extensions } = (error.extensions ?? {}) as BilingualExtensions &
    Record<string, unknown>;
  return messages === undefined ? error : { ...error, message: messages[language], extensions };
}

function formatDomainError(formatted: GraphQLFormattedError, cause: DomainError): GraphQLFormattedError {
  const { code, kind, details, messages } = cause;
  return { message: cause.message, ...placeOf(formatted), extensions: { code, kind, details, messages } };
}

/** Without the "Did you mean" that would spell out a schema to whoever guesses. */
function formatRequestError(formatted: GraphQLFormattedError, code: string): GraphQLFormattedError {
  const details = formatted.extensions?.['details'];
  const reason = formatted.extensions?.['messages'];
  const en = formatted.message.replace(/ Did you mean .*$/s, '');
  const messages = requestWords(en, isMessage(reason) ? reason : null);
  return {
    message: messages.en,
    ...placeOf(formatted),
    extensions: { code, kind: 'INVALID', ...(details === undefined ? {} : { details }), messages },
  };
}

function placeOf({ path, locations }: GraphQLFormattedError): Partial<GraphQLFormattedError> {
  return { ...(path === undefined ? {} : { path }), ...(locations === undefined ? {} : { locations }) };
}
