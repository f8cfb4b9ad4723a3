import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { languageOf } from '@qianshou/service-kit/identity';
import type { Logger } from '@qianshou/service-kit/logging';
import { drainConnections } from '@qianshou/service-kit/process';
import { fastify, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { GatewayConfig } from './config.ts';
import { methodNotAllowed } from './errors.ts';
import { apolloLog, type Gateway } from './gateway.ts';
import type { GatewayContext } from './gateway-context.ts';
import { authenticate } from './plugins/authentication.ts';
import { errorMasking, maskError } from './plugins/error-masking.ts';
import { correlate, exchangeOf } from './plugins/exchange.ts';
import { serveExplorer } from './plugins/explorer.ts';
import { capInFlight } from './plugins/in-flight.ts';
import { takeJsonOnly } from './plugins/json-only.ts';
import { limitRequests } from './plugins/limits.ts';
import { refuse } from './plugins/refuse.ts';
import { logRequests } from './plugins/request-log.ts';
import { serveSchema } from './plugins/schema-sdl.ts';
import type { TokenVerifier } from './tokens/token-verifier.ts';

export interface ServerOptions {
  readonly config: GatewayConfig;
  readonly gateway: Gateway;
  readonly tokens: TokenVerifier;
  readonly logger: Logger;
}

const PATH = '/graphql';
const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The graph's one door. What comes in passes the plugins in the order in which they stand here. */
export async function graphServer(options: ServerOptions): Promise<FastifyInstance> {
  const { config, gateway, tokens, logger } = options;
  const apollo = apolloServer(gateway, config, logger);
  await apollo.start();
  const app = httpServer(config);
  correlate(app);
  logRequests(app, logger);
  takeJsonOnly(app, config.BODY_LIMIT);
  if (config.NODE_ENV !== 'production') serveExplorer(app, PATH);
  await app.register(async (graph) => {
    capInFlight(graph, config.IN_FLIGHT_LIMIT);
    authenticate(graph, tokens);
    serveSchema(graph, { sdl: gateway.schema(), isPublic: config.NODE_ENV !== 'production' });
    serveGraph(graph, apollo, config);
  });
  app.addHook('onClose', () => apollo.stop());
  drainConnections(app);
  return app;
}

function serveGraph(app: FastifyInstance, apollo: ApolloServer<GatewayContext>, config: GatewayConfig): void {
  const publicIntrospection = config.NODE_ENV !== 'production';
  const handler = fastifyApolloHandler(apollo, {
    context: async (request) => contextOf(request, config.REQUEST_TIMEOUT_MS),
  });
  app.register(async (limited) => {
    limitRequests(limited, { everyone: config.LIMITS, analysts: config.ANALYST_LIMITS, publicIntrospection });
    limited.post(PATH, handler);
  });
  app.route({
    method: ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: PATH,
    handler: (_request, reply) => refuse(reply.header('allow', 'POST'), methodNotAllowed()),
  });
}

function httpServer(config: GatewayConfig): FastifyInstance {
  return fastify({
    bodyLimit: config.BODY_LIMIT,
    requestTimeout: config.REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    http: {
      headersTimeout: config.HEADER_TIMEOUT_MS,
      // How often Node looks for the connections that those time-outs are about; its default is 30 s.
      connectionsCheckingInterval: Math.min(1_000, config.HEADER_TIMEOUT_MS),
    },
  });
}

function apolloServer(gateway: Gateway, config: GatewayConfig, logger: Logger): ApolloServer<GatewayContext> {
  return new ApolloServer<GatewayContext>({
    gateway: gateway.apollo,
    nodeEnv: config.NODE_ENV,
    // Who may read the schema is decided by the limits plugin, which knows the caller.
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: maskError,
    stringifyResult: (result) => JSON.stringify(result),
    logger: apolloLog(logger),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      errorMasking(logger),
    ],
  });
}

function contextOf(request: FastifyRequest, timeout: number): GatewayContext {
  const { correlationId, startedAt, caller, codes } = exchangeOf(request);
  const { traceparent } = request.headers;
  return {
    correlationId,
    caller,
    codes,
    absentTypes: new Set(),
    language: languageOf(request.headers['accept-language']),
    traceparent: typeof traceparent === 'string' && TRACEPARENT.test(traceparent) ? traceparent : null,
    deadline: startedAt + timeout,
  };
}
