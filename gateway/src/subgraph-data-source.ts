import type { GraphQLDataSource } from '@apollo/gateway';
import type { SignIdentity } from '@qianshou/service-kit/identity';
import { AT_LEAST_HEADER } from '@qianshou/service-kit/position';
import type { Logger } from '@qianshou/service-kit/logging';
import { typesAnsweredNull } from './absent-entities.ts';
import { type RefusalFactory, render } from './errors.ts';
import type { GatewayContext } from './gateway-context.ts';
import type { FairLine } from './load/fair-line.ts';
import type { GatewayMetrics } from './metrics.ts';
import type { SharedCalls } from './shared-calls.ts';
import { signedHeaders } from './signed-headers.ts';
import type { SubgraphBreaker } from './subgraph-breaker.ts';
import type { Reply, SubgraphConnection } from './subgraph-connection.ts';
import { commandTimeout, commandUnavailable, subgraphTimeout } from './subgraph-errors.ts';
import { type Answer, type Failure, readReply } from './subgraph-replies.ts';

export interface SubgraphDataSourceOptions {
  readonly subgraph: string;
  readonly connection: SubgraphConnection;
  readonly sign: SignIdentity;
  readonly breaker: SubgraphBreaker;
  /** Bounds the calls under way, so that one caller's leave room for others'. */
  readonly line: FairLine;
  /** Milliseconds for one read, or what is left of the request, whichever is less. A command has the request's time. */
  readonly timeout: number;
  /** Reads under way, of all subgraphs. */
  readonly shared: SharedCalls;
  readonly metrics: GatewayMetrics;
  readonly logger: Logger;
}

type ProcessOptions = Parameters<GraphQLDataSource<GatewayContext>['process']>[0];

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
        noteFreshness(subgraph, answer, context);
        const { variables } = call.request;
        for (const type of typesAnsweredNull({ variables, data: answer.data })) context.absentTypes.add(type);
        return answer;
      }
      const { reason } = answer;
      const { correlationId, gone } = context;
      if (!gone.aborted) logger.warn({ subgraph, reason, correlationId }, 'a subgraph did not answer');
      return { errors: [render(outcomeOf(answer, call)({ subgraph }), context.language)] };
    },
  };
}

/** What the subgraph wrote, and whether it is behind of what was asked for: for the client, once for all of its calls. */
function noteFreshness(subgraph: string, answer: Answer, { freshness }: GatewayContext): void {
  const { extensions } = answer as { readonly extensions?: Readonly<Record<string, unknown>> };
  if (extensions?.['behind'] === true) freshness.behind.add(subgraph);
  const wrote = extensions?.['wrote'];
  if (Array.isArray(wrote)) freshness.wrote.push(...wrote.map(String));
}

/** Of a command without an answer nobody knows whether it was carried out: its caller is told to ask again alike. */
function outcomeOf({ refuse, perhapsDone }: Failure, call: ProcessOptions): RefusalFactory {
  if (isRead(call) || !perhapsDone) return refuse;
  return refuse === subgraphTimeout ? commandTimeout : commandUnavailable;
}

async function exchange(
  options: SubgraphDataSourceOptions,
  call: ProcessOptions,
  context: GatewayContext,
): Promise<Reply> {
  const { query, operationName, variables } = call.request;
  const body = JSON.stringify({ query, operationName, variables });
  if (isRead(call)) return read(options, body, context);
  try {
    return await ask(options, { body, reads: false, until: context.deadline }, context);
  } finally {
    options.shared.forget();
  }
}

function read(options: SubgraphDataSourceOptions, body: string, context: GatewayContext): Promise<Reply> {
  const { shared, subgraph, timeout } = options;
  const { caller, language, freshness, gone } = context;
  // None of the parts before the body has a line of its own.
  const key = [subgraph, caller.identity(language).header, freshness.needs, body].join('\n');
  const question = { body, reads: true, until: Math.min(Date.now() + timeout, context.deadline) };
  return shared.read(key, gone, async () => {
    const first = await ask(options, question, context);
    const repeatable = first.outcome === 'FAILED' && first.sent && !first.reached;
    // A kept-alive connection may have been closed while idle, e.g. by a restart; a new one shows whether anybody is there.
    return repeatable ? ask(options, question, context) : first;
  });
}

interface Question {
  readonly body: string;
  /** Given up when its client leaves; a command that was sent is heard out. */
  readonly reads: boolean;
  /** Waiting for a place, asking and asking again end then, all together. */
  readonly until: number;
}

const NOT_BEGUN: Reply = { outcome: 'GIVEN_UP', sent: false };

/** Asks and tells how it went. */
async function ask(
  options: SubgraphDataSourceOptions,
  question: Question,
  context: GatewayContext,
): Promise<Reply> {
  const { metrics, subgraph } = options;
  const startedAt = performance.now();
  const reply = await askInTurn(options, question, context);
  metrics.subgraphAnswered(subgraph, reply.outcome, performance.now() - startedAt);
  return reply;
}

/** Takes a place in the subgraph's line and asks, unless the subgraph is known to hang. */
async function askInTurn(
  options: SubgraphDataSourceOptions,
  question: Question,
  context: GatewayContext,
): Promise<Reply> {
  const { breaker, line } = options;
  if (context.gone.aborted) return NOT_BEGUN;
  const { callerKey: caller, rank, gone } = context;
  const newcomer = { caller, rank, patience: leftOf(question), gone };
  if (newcomer.patience > 0 && line.turnsAway(newcomer)) return { outcome: 'NOT_ASKED' };
  const leave = await line.enter(newcomer);
  if (leave === null) return gone.aborted ? NOT_BEGUN : { outcome: 'TOO_LATE' };
  try {
    // Before the breaker, which counts the silence of the subgraph and not our own lateness.
    const left = leftOf(question);
    if (left <= 0) return { outcome: 'TOO_LATE' };
    if (gone.aborted) return NOT_BEGUN;
    return await breaker.guard(() => post(options, { ...question, left }, context));
  } finally {
    leave();
  }
}

function leftOf({ until }: Question): number {
  return until - Date.now();
}

interface Sending {
  readonly body: string;
  readonly reads: boolean;
  readonly left: number;
}

async function post(
  { connection, sign }: SubgraphDataSourceOptions,
  { body, left, reads }: Sending,
  context: GatewayContext,
): Promise<Reply> {
  const { caller, language, correlationId, traceparent } = context;
  const { path } = connection;
  const deadline = Date.now() + left;
  const named = { caller, language, correlationId, traceparent };
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/json',
    ...signedHeaders(sign, { ...named, method: 'POST', path, body, deadline }),
  };
  const { needs } = context.freshness;
  if (needs !== null) headers[AT_LEAST_HEADER] = needs;
  return connection.post({ headers, body, timeout: left, ...(reads && { gone: context.gone }) });
}

function contextOf(call: ProcessOptions): GatewayContext {
  // Apollo's gateway can also ask for health or a schema on its own; it is not told to, and nobody's identity signs that.
  if (!('incomingRequestContext' in call)) throw new Error(`unexpected ${call.kind}`);
  return call.context;
}

/**
 * By the text that is sent: within a client's mutation, what other subgraphs know of the changed object is only read.
 * The planner writes a query's text with or without its keyword.
 */
function isRead({ request }: ProcessOptions): boolean {
  return !/^\s*mutation\b/.test(request.query ?? '');
}
