import type { GraphQLDataSource } from '@apollo/gateway';
import {
  CORRELATION_HEADER,
  DEADLINE_HEADER,
  IDENTITY_HEADER,
  languageTag,
  SIGNATURE_HEADER,
  type SignIdentity,
  TRACE_HEADER,
} from '@qianshou/service-kit/identity';
import type { Logger } from '@qianshou/service-kit/logging';
import { typesAnsweredNull } from './absent-entities.ts';
import { render, subgraphTimeout, subgraphUnavailable, type RefusalFactory } from './errors.ts';
import type { GatewayContext } from './gateway-context.ts';
import type { Reply, SubgraphConnection } from './subgraph-connection.ts';

export interface SubgraphDataSourceOptions {
  readonly subgraph: string;
  readonly connection: SubgraphConnection;
  readonly sign: SignIdentity;
  /** Milliseconds for one call, or what is left of the request, whichever is less. */
  readonly timeout: number;
  readonly logger: Logger;
}

type ProcessOptions = Parameters<GraphQLDataSource<GatewayContext>['process']>[0];
type Answer = Awaited<ReturnType<GraphQLDataSource<GatewayContext>['process']>>;

/** A failure, for the log; the client learns the subgraph's name and nothing else. */
interface Failure {
  readonly refuse: RefusalFactory;
  readonly reason: string;
}

const JSON_TYPES = /^application\/(graphql-response\+)?json\b/;
/** 400: the subgraph refused the variables; its body says which and why. */
const SPEAKING = new Set([200, 400]);

/**
 * Asks one subgraph. Instead of extending Apollo's RemoteGraphQLDataSource, whose fetch costs several times the request
 * itself. A subgraph that fails gives an error and no data, so that the others' data still reaches the client.
 */
export function subgraphDataSource(options: SubgraphDataSourceOptions): GraphQLDataSource<GatewayContext> {
  const { subgraph, logger } = options;
  return {
    process: async (call) => {
      const context = contextOf(call);
      const answer = readReply(await exchange(options, call, context));
      if (!('refuse' in answer)) {
        const { variables } = call.request;
        for (const type of typesAnsweredNull({ variables, data: answer.data })) context.absentTypes.add(type);
        return answer;
      }
      const { refuse, reason } = answer;
      logger.warn({ subgraph, reason, correlationId: context.correlationId }, 'a subgraph did not answer');
      return { errors: [render(refuse({ subgraph }), context.language)] };
    },
  };
}

async function exchange(
  options: SubgraphDataSourceOptions,
  call: ProcessOptions,
  context: GatewayContext,
): Promise<Reply> {
  const { query, operationName, variables } = call.request;
  const body = JSON.stringify({ query, operationName, variables });
  const first = await post(options, body, context);
  const repeatable =
    first.outcome === 'FAILED' && !first.reached && first.reason !== 'ECONNREFUSED' && isQuery(call);
  // A kept-alive connection may have been closed while idle, e.g. by a restart; a new one shows whether anybody is there.
  return repeatable ? post(options, body, context) : first;
}

async function post(
  options: SubgraphDataSourceOptions,
  body: string,
  context: GatewayContext,
): Promise<Reply> {
  const { connection, sign, timeout } = options;
  const left = Math.min(timeout, context.deadline - Date.now());
  if (left <= 0) return { outcome: 'TIMED_OUT' };
  const { correlationId, traceparent } = context;
  const identity = context.caller.identity(context.language);
  const envelope = { deadline: Date.now() + left, correlationId, traceparent };
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/json',
    'accept-language': languageTag(context.language),
    [IDENTITY_HEADER]: identity.header,
    [SIGNATURE_HEADER]: sign({ method: 'POST', path: connection.path, body, identity, envelope }),
    [CORRELATION_HEADER]: correlationId,
    [DEADLINE_HEADER]: String(envelope.deadline),
  };
  if (traceparent !== null) headers[TRACE_HEADER] = traceparent;
  return connection.post({ headers, body, timeout: left });
}

function readReply(reply: Reply): Answer | Failure {
  if (reply.outcome === 'TIMED_OUT') return { refuse: subgraphTimeout, reason: 'no answer in time' };
  if (reply.outcome === 'FAILED') return unavailable(reply.reason);
  if (!SPEAKING.has(reply.status)) return unavailable(`status ${reply.status}`);
  if (!JSON_TYPES.test(reply.contentType)) return unavailable('not JSON by its content type');
  return parseAnswer(reply.body) ?? unavailable('not a GraphQL response');
}

function parseAnswer(body: string): Answer | null {
  try {
    const parsed: unknown = JSON.parse(body);
    return isAnswer(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function isAnswer(parsed: unknown): parsed is Answer {
  if (typeof parsed !== 'object' || parsed === null) return false;
  const { data, errors } = parsed as { readonly data?: unknown; readonly errors?: unknown };
  return errors === undefined ? isObject(data) : Array.isArray(errors) && errors.every(isObject);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unavailable(reason: string): Failure {
  return { refuse: subgraphUnavailable, reason };
}

function contextOf(call: ProcessOptions): GatewayContext {
  // Apollo's gateway can also ask for health or a schema on its own; it is not told to, and nobody's identity signs that.
  if (!('incomingRequestContext' in call)) throw new Error(`unexpected ${call.kind}`);
  return call.context;
}

function isQuery(call: ProcessOptions): boolean {
  return 'incomingRequestContext' in call && call.incomingRequestContext.operation?.operation === 'query';
}
