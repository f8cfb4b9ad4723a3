import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { fastify, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Registry } from 'prom-client';
import type { Identity } from '../identity/identity.ts';
import {
  CORRELATION_HEADER,
  DEADLINE_HEADER,
  type Envelope,
  IDENTITY_HEADER,
  SIGNATURE_HEADER,
  TRACE_HEADER,
} from '../identity/signature.ts';
import type { IncomingRequest, VerifyGatewayRequest } from '../identity/verify-gateway-request.ts';
import type { Logger } from '../logging/logger.ts';
import { drainConnections } from '../process/drain-connections.ts';
import { currentScope, inScope, type Scope } from '../scope/scope.ts';
import { REFUSALS, refusal, refuseRepeats } from './repeated-requests.ts';
import { formatSubgraphError, inLanguage, isFault } from './error-format.ts';
import type { SubgraphContext } from './context.ts';
import { type Door, openDoors } from './doors.ts';
import { boundedRequests, workUntil } from './bounded-requests.ts';
import type { AwaitNeeds } from '../position/at-least.ts';
import { AT_LEAST_HEADER, readNeeds } from '../position/needs.ts';
import { noNotes } from '../scope/request-notes.ts';
import { currentWork } from '../work/current-work.ts';
import { badInputAudit } from './audited-bad-input.ts';
import { positionReport } from './position-report.ts';
import { requestMetrics } from './request-metrics.ts';

type AnyContext = SubgraphContext<unknown, unknown>;

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  readonly introspection: boolean;
  /** Where requests are counted; in a test nobody asks. */
  readonly metrics?: Registry;
}

export interface SubgraphServerOptions extends ApolloOptions {
  readonly verify: VerifyGatewayRequest;
  /** Whether no other replica of this service has seen the nonce; left out where there is one alone. */
  readonly shareNonce?: (nonce: string) => Promise<boolean>;
  readonly contextOf: (identity: Identity) => AnyContext;
  readonly doors?: readonly Door[];
  /** Waits for what a caller wants no older answer than; left out where nothing is told between services. */
  readonly awaitNeeds?: AwaitNeeds;
}

/** Longer than the gateway keeps idle connections (60 s): else a request could meet a connection just closed. */
const KEEP_ALIVE = 75_000;
const PATH = '/graphql';

export function subgraphApollo({
  schema,
  logger,
  introspection,
  metrics,
}: ApolloOptions): ApolloServer<AnyContext> {
  const counted = metrics === undefined ? [] : [requestMetrics<AnyContext>(metrics)];
  return new ApolloServer<AnyContext>({
    schema,
    introspection,
    formatError: formatSubgraphError,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      faultLog(logger),
      messageLanguage(),
      positionReport(),
      badInputAudit(schema),
      ...counted,
    ],
    logger,
  });
}

/** GraphQL over HTTP for the gateway alone: whoever does not sign as the gateway is turned away before any parsing. */
export async function subgraphServer(options: SubgraphServerOptions): Promise<FastifyInstance> {
  const apollo = subgraphApollo(options);
  await apollo.start();
  const app = fastify({ keepAliveTimeout: KEEP_ALIVE, bodyLimit: 1_048_576, forceCloseConnections: 'idle' });
  const identities = admitOnlyTheGateway(app, options);
  const answer = fastifyApolloHandler(apollo, {
    context: (request) => Promise.resolve(options.contextOf(identityOf(identities, request))),
  });
  const bounded = boundedRequests(options.logger);
  app.post(PATH, (request, reply) => {
    const { actor } = identityOf(identities, request);
    return bounded(actor, reply, async () => {
      await notOlderThanAsked(request, options.awaitNeeds);
      return answer.call(app, request, reply);
    });
  });
  const { doors = [], logger } = options;
  openDoors(app, { doors, identityOf: (request) => identityOf(identities, request), logger });
  app.addHook('onClose', () => apollo.stop());
  drainConnections(app);
  return app;
}

async function notOlderThanAsked(request: FastifyRequest, wait: AwaitNeeds | undefined): Promise<void> {
  const needs = readNeeds(header(request, AT_LEAST_HEADER));
  const { notes } = currentScope();
  const signal = currentWork()?.signal;
  if (needs === null || wait === undefined || notes === undefined || signal === undefined) return;
  notes.behind = !(await wait(needs, signal));
}

type Identities = WeakMap<FastifyRequest, Identity>;

/** Verifies, then parses: not a byte of a stranger's body is interpreted. Returns who asks, request by request. */
function admitOnlyTheGateway(app: FastifyInstance, options: SubgraphServerOptions): Identities {
  const { verify, logger } = options;
  const identities: Identities = new WeakMap();
  const repeats = refuseRepeats(app, options);
  // The signature covers the bytes, so they are kept as they came until it is verified.
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  app.addHook('preHandler', (request, reply, done) => {
    const verdict = verify(claimOf(request));
    if (!verdict.accepted) {
      logger.warn({ reason: verdict.reason }, 'request without a valid gateway signature');
      void reply.code(401).send(refusal('Unauthorized', 'UNAUTHENTICATED'));
      return;
    }
    const reads = request.method === 'GET';
    const body = reads ? {} : parseBody(request.body);
    if (body === undefined) {
      void reply.code(400).send(refusal('Not JSON', 'BAD_REQUEST'));
      return;
    }
    identities.set(request, verdict.identity);
    request.body = body;
    // What is read at a door may have no end; a question to the graph has the time that the gateway gives it.
    const work = reads ? {} : { work: workUntil(verdict.envelope.deadline, reply), notes: noNotes() };
    repeats.check(request, verdict.nonce, (newness) => {
      if (newness === 'NEW') inScope({ ...scopeOf(verdict.envelope), ...work }, done);
      else void reply.send(REFUSALS[newness]);
    });
  });
  return identities;
}

function claimOf(request: FastifyRequest): IncomingRequest {
  return {
    method: request.method,
    path: request.url,
    body: Buffer.isBuffer(request.body) ? request.body : '',
    identity: header(request, IDENTITY_HEADER),
    signature: header(request, SIGNATURE_HEADER),
    deadline: header(request, DEADLINE_HEADER),
    correlationId: header(request, CORRELATION_HEADER),
    traceparent: header(request, TRACE_HEADER),
  };
}

function identityOf(identities: Identities, request: FastifyRequest): Identity {
  const identity = identities.get(request);
  if (identity === undefined) throw new Error('a request reached GraphQL without a verified identity');
  return identity;
}

function scopeOf({ correlationId, traceparent }: Envelope): Scope {
  return traceparent === null ? { correlationId } : { correlationId, traceparent };
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function parseBody(body: unknown): unknown {
  try {
    return JSON.parse(Buffer.isBuffer(body) ? body.toString('utf8') : '');
  } catch {
    return undefined;
  }
}

/** Faults are logged where they are masked, so that the correlation id in the answer finds them. */
function faultLog(logger: Logger): ApolloServerPlugin<AnyContext> {
  return {
    requestDidStart: async () => ({
      didEncounterErrors: async ({ errors, operationName }) => {
        for (const error of errors.filter(isFault)) {
          logger.error(
            { err: error.originalError ?? error, operationName, path: error.path },
            'a resolver failed',
          );
        }
      },
    }),
  };
}

function messageLanguage(): ApolloServerPlugin<AnyContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response, contextValue }) => {
        if (response.body.kind !== 'single') return;
        const { singleResult } = response.body;
        if (singleResult.errors === undefined) return;
        singleResult.errors = singleResult.errors.map((error) => inLanguage(error, contextValue.language));
      },
    }),
  };
}
