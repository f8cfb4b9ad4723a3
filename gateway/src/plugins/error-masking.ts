import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import type { Language } from '@qianshou/service-kit/identity';
import { requestWords } from '@qianshou/service-kit/wording';
import type { Logger } from '@qianshou/service-kit/logging';
import type { GraphQLFormattedError } from 'graphql';
import { type Completion, isAbsentEntity } from '../absent-entities.ts';
import { internalError, render } from '../errors.ts';
import type { GatewayContext } from '../gateway-context.ts';

/** What graphql-js and Apollo say about the request itself; their text is about the query and the public schema. */
const REQUEST_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);
const KINDS = new Set<unknown>(['NOT_FOUND', 'CONFLICT', 'INVALID', 'FORBIDDEN', 'UNAVAILABLE']);
const CODE = /^[A-Z][A-Z0-9_]{2,79}$/;
/** A message may quote what the client sent. */
const LONGEST_MESSAGE = 500;

const INTERNAL = 'INTERNAL_SERVER_ERROR';

/** Lets through what was meant for the client, by an allow-list; anything else could be anything. */
export function maskError(error: GraphQLFormattedError): GraphQLFormattedError {
  const extensions = error.extensions ?? {};
  const fromSubgraph = 'serviceName' in extensions;
  const shown = fromSubgraph ? subgraphExtensions(extensions) : requestExtensions(extensions);
  if (shown === null) return { message: INTERNAL, ...pathOf(error), extensions: { code: INTERNAL } };
  return { message: plainMessage(error.message), ...placeOf(error, fromSubgraph), extensions: shown };
}

/** Adds to masked errors what only the request knows, and notes every code for the log. */
export function errorMasking(logger: Logger): ApolloServerPlugin<GatewayContext> {
  const listener = {
    didEncounterErrors: async ({ errors, contextValue }: Errors) => {
      const { correlationId } = contextValue;
      for (const error of errors.filter(
        (found) => maskError(found.toJSON()).extensions?.['code'] === INTERNAL,
      )) {
        logger.error(
          { err: error.originalError ?? error, path: error.path, correlationId },
          'an error was masked',
        );
      }
    },
    willSendResponse: async ({ response, contextValue }: Sending) => {
      const { body } = response;
      if (body.kind !== 'single') return;
      const result = body.singleResult;
      const completion = breaches(result, contextValue);
      // Apollo hides data that breaks the schema in an extension; a client would take the gap for the truth.
      if (result.extensions?.['valueCompletion'] !== undefined) delete result.extensions;
      if (completion.length > 0) {
        const { correlationId } = contextValue;
        logger.error({ completion, correlationId }, 'an answer broke the schema');
        result.errors = [{ message: INTERNAL, extensions: { code: INTERNAL } }];
      }
      if (result.errors === undefined) return;
      result.errors = withoutRepeats(result.errors).map((error) => completed(error, contextValue));
      contextValue.codes.push(...result.errors.map((error) => String(error.extensions?.['code'])));
    },
  };
  return { requestDidStart: async () => listener };
}

interface Errors {
  readonly errors: readonly {
    toJSON(): GraphQLFormattedError;
    readonly originalError?: unknown;
    readonly path?: unknown;
  }[];
  readonly contextValue: GatewayContext;
}

interface Sending {
  readonly response: GraphQLResponse;
  readonly contextValue: GatewayContext;
}

interface Result {
  readonly data?: unknown;
  readonly extensions?: Record<string, unknown>;
}

/** Gaps that are no absence: an object that its owner does not have, or not for this caller, is null and no fault. */
function breaches({ data, extensions }: Result, { absentTypes }: GatewayContext): readonly Completion[] {
  const found = (extensions?.['valueCompletion'] ?? []) as readonly Completion[];
  return found.filter((completion) => !isAbsentEntity(completion, absentTypes, data));
}

type Extensions = Readonly<Record<string, unknown>>;

function subgraphExtensions({ code, kind, details }: Extensions): Extensions | null {
  if (typeof code !== 'string' || !CODE.test(code) || !KINDS.has(kind) || code === INTERNAL) return null;
  if (!code.startsWith('GRAPHQL_')) return { code, kind, ...detailsOf(details) };
  // A literal in the query that a subgraph's scalar refused; any other query that a subgraph cannot read is our fault.
  return details === undefined ? null : { code: 'BAD_USER_INPUT', kind: 'INVALID', ...detailsOf(details) };
}

function requestExtensions({ code }: Extensions): Extensions | null {
  return typeof code === 'string' && REQUEST_CODES.has(code) ? { code, kind: 'INVALID' } : null;
}

function detailsOf(details: unknown): Extensions {
  return typeof details === 'object' && details !== null ? { details } : {};
}

function completed(
  error: GraphQLFormattedError,
  { correlationId, language }: GatewayContext,
): GraphQLFormattedError {
  if (error.extensions?.['code'] !== INTERNAL) return inLanguage(error, language);
  return { ...error, ...render(internalError({ correlationId }), language) };
}

/** What graphql-js and Apollo say of a request they say in English; what a service says is in the caller's language. */
function inLanguage(error: GraphQLFormattedError, language: Language): GraphQLFormattedError {
  const foreign = language === 'zh' && !/\p{Script=Han}/u.test(error.message);
  return foreign && REQUEST_CODES.has(String(error.extensions?.['code']))
    ? { ...error, message: requestWords(error.message).zh }
    : error;
}

/** A subgraph that is down and was needed in three places is one piece of news. */
function withoutRepeats(errors: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[] {
  const seen = new Set<string>();
  return errors.filter((error) => {
    const key = JSON.stringify([error.extensions, error.path, error.message]);
    return !seen.has(key) && seen.add(key);
  });
}

/** "Did you mean" spells the schema out to whoever guesses. */
function plainMessage(message: string): string {
  return message.replace(/ Did you mean .*$/s, '').slice(0, LONGEST_MESSAGE);
}

function pathOf({ path }: GraphQLFormattedError): Partial<GraphQLFormattedError> {
  return path === undefined ? {} : { path };
}

/** A subgraph's locations are places in a query that the client never saw. */
function placeOf(error: GraphQLFormattedError, fromSubgraph: boolean): Partial<GraphQLFormattedError> {
  const { locations } = error;
  return { ...pathOf(error), ...(locations === undefined || fromSubgraph ? {} : { locations }) };
}
