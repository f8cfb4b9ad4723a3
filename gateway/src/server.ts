import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { languageOf } from '@qianshou/service-kit/identity';
import type { Logger } from '@qianshou/service-kit/logging';
import { drainConnections } from '@qianshou/service-kit/process';
import { fastify, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { GatewayConfig } from './config.ts';
import { methodNotAllowed } from './errors.ts';
import { apolloLog, type Gateway } from './gateway.ts';
import type { GatewayContext } from './gateway-context.ts';
import { originPolicy, type AllowsOrigin } from './origins.ts';
import { markAnswers } from './plugins/answer-headers.ts';
import { askApollo } from './plugins/ask-apollo.ts';
import { authenticate } from './plugins/authentication.ts';
import { admitBrowsers } from './plugins/browsers.ts';
import { compressAnswers } from './plugins/compression.ts';
import { errorMasking, maskError } from './plugins/error-masking.ts';
import { correlate, exchangeOf } from './plugins/exchange.ts';
import { serveExplorer } from './plugins/explorer.ts';
import { takeQueriesByGet } from './plugins/get-queries.ts';
import { capInFlight } from './plugins/in-flight.ts';
import { takeJsonOnly } from './plugins/json-only.ts';
import { limitRequests } from './plugins/limits.ts';
import { refuse } from './plugins/refuse.ts';
import { logRequests } from './plugins/request-log.ts';
import { serveSchema } from './plugins/schema-sdl.ts';
import { unreadableRequests } from './plugins/unreadable-requests.ts';
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
  const allows = originPolicy(config);
  correlate(app);
  logRequests(app, logger);
  markAnswers(app, { production: config.NODE_ENV === 'production' });
  await admitBrowsers(app, allows);
  await compressAnswers(app);
  takeJsonOnly(app, config.BODY_LIMIT);
  if (config.NODE_ENV !== 'production') await serveExplorer(app, PATH);
  await app.register(async (graph) => {
    capInFlight(graph, config.IN_FLIGHT_LIMIT);
    authenticate(graph, tokens);
    await graph.register((schema) =>
      serveSchema(schema, { sdl: gateway.schema(), isPublic: config.NODE_ENV !== 'production' }),
    );
    serveGraph(graph, { apollo, config, allows });
  });
  app.addHook('onClose', () => apollo.stop());
  drainConnections(app);
  return app;
}

interface GraphOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly config: GatewayConfig;
  readonly allows: AllowsOrigin;
}

function serveGraph(app: FastifyInstance, { apollo, config, allows }: GraphOptions): void {
  const publicIntrospection = config.NODE_ENV !== 'production';
  app.register(async (limited) => {
    takeQueriesByGet(limited, allows);
    limitRequests(limited, { everyone: config.LIMITS, analysts: config.ANALYST_LIMITS, publicIntrospection });
    limited.route({
      method: ['GET', 'POST'],
      url: PATH,
      exposeHeadRoute: false,
      handler: askApollo(apollo, (request) => contextOf(request, config.REQUEST_TIMEOUT_MS)),
    });
  });
  app.route({
    method: ['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: PATH,
    handler: (_request, reply) => refuse(reply.header('allow', 'GET, POST'), methodNotAllowed()),
  });
}

function httpServer(config: GatewayConfig): FastifyInstance {
  return fastify({
    bodyLimit: config.BODY_LIMIT,
    requestTimeout: config.REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    ...unreadableRequests,
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
    // Asked of queries by GET before they come here; everything else is JSON, which no form can send.
    csrfPrevention: false,
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
