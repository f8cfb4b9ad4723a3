import type { ApolloServer } from '@apollo/server';
import { apolloServer } from './apollo-server.ts';
import type { Logger } from '@qianshou/service-kit/logging';
import proxyAddress from '@fastify/proxy-addr';
import { drainConnections } from '@qianshou/service-kit/process';
import { fastify, type FastifyInstance, type FastifyRequest } from 'fastify';
import { printSchema } from 'graphql';
import type { GatewayConfig } from './config.ts';
import { methodNotAllowed } from './errors.ts';
import { shippedQueries } from './files/library.ts';
import { filePlaces } from './files/limits.ts';
import type { Gateway } from './gateway.ts';
import type { GatewayContext } from './gateway-context.ts';
import { liveOptions } from './live/live-options.ts';
import { type SocketOptions, serveSockets } from './live/socket-door.ts';
import { serveStreams } from './live/sse-door.ts';
import { requestWork, type WorkOf } from './limits/request-work.ts';
import { boundClients, placesOf } from './load/guards.ts';
import { rates, type Spend } from './load/rates.ts';
import { turns } from './load/turns.ts';
import { trustedProxies } from './load/trusted-proxies.ts';
import { type Hub, partnersHub } from './hub.ts';
import type { GatewayMetrics } from './metrics.ts';
import { originPolicy, type AllowsOrigin } from './origins.ts';
import { markAnswers } from './plugins/answer-headers.ts';
import { askApollo } from './plugins/ask-apollo.ts';
import { authenticate } from './plugins/authentication.ts';
import { admitBrowsers } from './plugins/browsers.ts';
import { type FileOptions, serveExports } from './plugins/files.ts';
import { compressAnswers } from './plugins/compression.ts';
import { contextOf } from './plugins/context-of-request.ts';
import { correlate } from './plugins/exchange.ts';
import { dropDeparted } from './plugins/departures.ts';
import { serveExplorer } from './plugins/explorer.ts';
import { takeQueriesByGet } from './plugins/get-queries.ts';
import { guardDoor, holdPlaces, type InFlightOptions } from './plugins/in-flight.ts';
import { takeJsonOnly } from './plugins/json-only.ts';
import { type LimitOptions, limitRequests, takesJson } from './plugins/limits.ts';
import { openPartnerDoors, type PartnerDoorOptions } from './plugins/partner-doors.ts';
import { planAhead } from './plugins/plan-ahead.ts';
import { serveSnapshots } from './plugins/snapshots.ts';
import { takePositions } from './plugins/positions.ts';
import { chargeRefusals, rationReadings, rationRequests } from './plugins/rates.ts';
import { refuse } from './plugins/refuse.ts';
import { type SavedQueryOptions, serveLinks, takeLinks } from './plugins/saved-queries.ts';
import { markKeepable, takeTrustedDocuments } from './plugins/trusted-documents.ts';
import { measureRequests } from './plugins/request-metrics.ts';
import { logRequests } from './plugins/request-log.ts';
import { serveSchema } from './plugins/schema-sdl.ts';
import { unreadableRequests } from './plugins/unreadable-requests.ts';
import type { TrustedDocuments } from './trusted/manifests.ts';
import type { TokenVerifier } from './tokens/token-verifier.ts';

export interface ServerOptions {
  readonly config: GatewayConfig;
  readonly gateway: Gateway;
  readonly tokens: TokenVerifier;
  readonly trusted: TrustedDocuments;
  /** Null where no service for partners is part of the system. */
  readonly partnerDoors: PartnerDoorOptions | null;
  readonly metrics: GatewayMetrics;
  readonly logger: Logger;
}

const PATH = '/graphql';
/** How long new requests keep the event loop from what it hears of those under way. */
const TURN_MS = 10;

/** The graph's one door. What comes in passes the plugins in the order in which they stand here. */
export async function graphServer(options: ServerOptions): Promise<FastifyInstance> {
  const { config, gateway, tokens, metrics, logger } = options;
  const apollo = apolloServer(gateway, config, logger);
  await apollo.start();
  const app = httpServer(config);
  const allows = originPolicy(config);
  const hub = options.partnerDoors === null ? null : partnersHub(options.partnerDoors);
  correlate(app);
  logRequests(app, logger);
  measureRequests(app, metrics);
  boundClients(app, config, { metrics, keptBytes: gateway.keptBytes });
  markAnswers(app, { production: config.NODE_ENV === 'production' });
  await admitBrowsers(app, allows);
  await compressAnswers(app);
  takeJsonOnly(app, config.BODY_LIMIT);
  if (config.NODE_ENV !== 'production')
    await serveExplorer(app, { endpoint: PATH, personasFile: config.EXPLORER_PERSONAS_FILE });
  await app.register(async (graph) => {
    const places = placesOf(app, config, metrics);
    guardDoor(graph, places);
    authenticate(graph, tokens);
    await graph.register((schema) =>
      serveSchema(schema, {
        sdl: printSchema(gateway.apiSchema()),
        isPublic: config.NODE_ENV !== 'production',
      }),
    );
    const spend = rates(config.RATES);
    await openDoors(graph, { ...options, apollo, hub, allows, places, spend });
    serveGraph(graph, { ...options, apollo, hub, allows, places, spend });
  });
  app.addHook('onClose', async () => {
    await apollo.stop();
    await hub?.close();
  });
  drainConnections(app);
  planAhead(app, { apollo, schema: gateway.apiSchema(), texts: options.trusted.texts(), logger });
  return app;
}

/** What everybody's work is counted against, whatever they ask. */
interface BoundedOptions extends ServerOptions {
  readonly places: InFlightOptions;
  readonly spend: Spend;
  readonly apollo: ApolloServer<GatewayContext>;
  /** Null where no service for partners is part of the system. */
  readonly hub: Hub | null;
}

interface GraphOptions extends BoundedOptions {
  readonly allows: AllowsOrigin;
}

async function openDoors(
  app: FastifyInstance,
  { partnerDoors, hub, ...options }: GraphOptions,
): Promise<void> {
  if (partnerDoors === null || hub === null) return;
  const { apollo, config, gateway, metrics, places, spend, tokens, allows } = options;
  const live = liveOptions({ ...options, hub, hubOptions: partnerDoors });
  if (live !== null) {
    app.addHook('onClose', () => live.streams.close());
    serveSockets(app, {
      ...live,
      tokens,
      allows,
      bodyLimit: config.BODY_LIMIT,
      addressOf: addressOf(config),
    });
  }
  await app.register(async (limited) => {
    rationReadings(limited, spend, metrics);
    holdPlaces(limited, places);
    await openPartnerDoors(limited, partnerDoors);
    const timeout = config.REQUEST_TIMEOUT_MS;
    const contextOfPage = (request: FastifyRequest) => contextOf(request, timeout, gateway.strangerFrom);
    serveSnapshots(limited, { hub, apollo, timeout, contextOf: contextOfPage });
    if (live !== null) serveStreams(limited, live);
  });
}

function addressOf({ TRUSTED_PROXIES }: GatewayConfig): SocketOptions['addressOf'] {
  const trusts = trustedProxies(TRUSTED_PROXIES);
  return (request) => proxyAddress(request, (address) => trusts(address));
}

function serveGraph(app: FastifyInstance, options: GraphOptions): void {
  const { apollo, config, gateway, metrics, allows, places } = options;
  const workOf = requestWork(gateway.apiSchema(), config.COST_LIMITS);
  const contextFor = (request: FastifyRequest): GatewayContext =>
    contextOf(request, config.REQUEST_TIMEOUT_MS, gateway.strangerFrom);
  const awaitTurn = turns({ spanMs: TURN_MS });
  const { ration, limit } = rationing(options, workOf);
  const fileParts = fileOptions(options, { workOf, contextOf: contextFor });
  app.register(async (files) => {
    dropDeparted(files, { awaitTurn, metrics });
    ration(files, () => true);
    serveExports(files, fileParts);
  });
  app.register(async (links) => {
    dropDeparted(links, { awaitTurn, metrics });
    takeLinks(links, fileParts);
    limit(links, () => true);
    serveLinks(links, fileParts);
  });
  app.register(async (limited) => {
    dropDeparted(limited, { awaitTurn, metrics });
    takeQueriesByGet(limited, allows);
    ration(limited);
    holdPlaces(limited, places);
    takePositions(limited, options.hub);
    limited.route({
      method: ['GET', 'POST'],
      url: PATH,
      exposeHeadRoute: false,
      handler: markKeepable(askApollo(apollo, contextFor)),
    });
  });
  app.route({
    method: ['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: PATH,
    handler: (_request, reply) => refuse(reply.header('allow', 'GET, POST'), methodNotAllowed()),
  });
}

/** What a query passes on every way that leads to the graph; budgets are the same on all of them. */
function rationing({ config, trusted, metrics, spend }: GraphOptions, workOf: WorkOf) {
  const trust = { documents: trusted, required: config.TRUSTED_DOCUMENTS_ONLY };
  const limits = {
    everyone: config.LIMITS,
    analysts: config.ANALYST_LIMITS,
    workOf,
    publicIntrospection: config.NODE_ENV !== 'production',
  };
  const limit = (scope: FastifyInstance, takesAnswer: LimitOptions['takesAnswer'] = takesJson): void => {
    limitRequests(scope, { ...limits, takesAnswer });
    chargeRefusals(scope, spend);
    rationRequests(scope, spend, metrics);
  };
  const ration = (scope: FastifyInstance, takesAnswer?: LimitOptions['takesAnswer']): void => {
    takeTrustedDocuments(scope, trust);
    limit(scope, takesAnswer);
  };
  return { limit, ration };
}

function fileOptions(
  { apollo, config, gateway, metrics, logger }: GraphOptions,
  parts: Pick<FileOptions, 'workOf' | 'contextOf'>,
): SavedQueryOptions {
  const places = filePlaces(config.EXPORTS);
  metrics.watch('files', places.taken);
  const schema = gateway.apiSchema();
  return {
    ...parts,
    apollo,
    schema,
    timeout: config.REQUEST_TIMEOUT_MS,
    limits: config.EXPORTS,
    places,
    logger,
    shipped: shippedQueries(),
  };
}

function httpServer(config: GatewayConfig): FastifyInstance {
  return fastify({
    bodyLimit: config.BODY_LIMIT,
    trustProxy: config.TRUSTED_PROXIES.length > 0 && trustedProxies(config.TRUSTED_PROXIES),
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
