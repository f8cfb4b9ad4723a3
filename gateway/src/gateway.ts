import { ApolloGateway } from '@apollo/gateway';
import { signIdentity, type KeyRing } from '@qianshou/service-kit/identity';
import type { Logger } from '@qianshou/service-kit/logging';
import type { GraphQLSchema } from 'graphql';
import { silenceApollo } from './config.ts';
import { descriptions, type Descriptions } from './introspection.ts';
import { fairLine } from './load/fair-line.ts';
import type { GatewayMetrics } from './metrics.ts';
import { refuseNulls } from './null-variables.ts';
import { type StrangerFrom, strangers } from './origin-of-address.ts';
import { beforePlanning, type PlanningGateway } from './planning-gateway.ts';
import { type SharedCalls, sharedCalls } from './shared-calls.ts';
import { subgraphBreaker } from './subgraph-breaker.ts';
import { CONNECTIONS, subgraphConnection, type SubgraphConnection } from './subgraph-connection.ts';
import { subgraphDataSource } from './subgraph-data-source.ts';

export interface GatewayOptions {
  readonly supergraph: string;
  readonly addresses: ReadonlyMap<string, string>;
  readonly keyRings: ReadonlyMap<string, KeyRing>;
  readonly subgraphTimeout: number;
  readonly responseLimit: number;
  /** Calls under way to one subgraph. */
  readonly concurrency: number;
  readonly metrics: GatewayMetrics;
  readonly logger: Logger;
}

export interface Gateway {
  readonly apollo: PlanningGateway;
  /** What clients may ask; known once Apollo Server has started. */
  readonly apiSchema: () => GraphQLSchema;
  readonly textOf: Descriptions['textOf'];
  readonly keptBytes: Descriptions['keptBytes'];
  readonly strangerFrom: StrangerFrom;
  readonly close: () => Promise<void>;
}

/**
 * Calls that wait for a place at one subgraph: reads, changes, changes of money. Each request brings a few, and requests
 * are bounded at the door.
 */
const LONGEST_LINES = [512, 256, 256];

/** Apollo's gateway over a supergraph that was composed beforehand: it plans, our data sources ask. */
export function createGateway(options: GatewayOptions): Gateway {
  const { supergraph, logger } = options;
  const connections: SubgraphConnection[] = [];
  const shared = sharedCalls();
  silenceApollo();
  const apollo = new ApolloGateway({
    supergraphSdl: supergraph,
    __exposeQueryPlanExperimental: false,
    logger: apolloLog(logger),
    buildService: (service) => {
      const connection = connectionTo(service, options);
      connections.push(connection);
      return dataSourceOf(service.name, { connection, shared }, options);
    },
  });
  const { apart, textOf, keptBytes } = descriptions();
  const api: { schema: GraphQLSchema | null } = { schema: null };
  apollo.onSchemaLoadOrUpdate(({ apiSchema }) => {
    api.schema = apiSchema;
  });
  return {
    apollo: beforePlanning(apollo, (executor) => refuseNulls(apart(executor))),
    textOf,
    keptBytes,
    strangerFrom: strangers(options.keyRings),
    apiSchema: () => {
      if (api.schema === null) throw new Error('the schema is not loaded yet');
      return api.schema;
    },
    close: async () => void (await Promise.all(connections.map(({ close }) => close()))),
  };
}

interface Service {
  readonly name: string;
  readonly url?: string | undefined;
}

function connectionTo(
  { name, url }: Service,
  { addresses, responseLimit }: GatewayOptions,
): SubgraphConnection {
  const address = addresses.get(name) ?? url;
  if (address === undefined) throw new Error(`SUBGRAPHS has no address for the subgraph "${name}"`);
  return subgraphConnection(address, responseLimit);
}

interface Calls {
  readonly connection: SubgraphConnection;
  readonly shared: SharedCalls;
}

function dataSourceOf(subgraph: string, { connection, shared }: Calls, options: GatewayOptions) {
  const { keyRings, concurrency, subgraphTimeout: timeout, metrics, logger } = options;
  const keyRing = keyRings.get(subgraph);
  if (keyRing === undefined) throw new Error(`SUBGRAPH_KEYS_FILE has no keys for the subgraph "${subgraph}"`);
  const sign = signIdentity({ audience: subgraph, keyRing });
  // No more than connections: a call that waits for one would be under way as far as anybody here knows.
  const line = fairLine({ places: Math.min(concurrency, CONNECTIONS), longest: LONGEST_LINES });
  metrics.breakerChanged(subgraph, 'CLOSED');
  const breaker = subgraphBreaker((state) => {
    metrics.breakerChanged(subgraph, state);
    logger.warn({ subgraph, state }, 'the breaker of a subgraph changed');
  });
  return subgraphDataSource({ subgraph, connection, shared, sign, line, breaker, timeout, metrics, logger });
}

/** Apollo tells what it does while it starts; that is detail here. */
export function apolloLog(logger: Logger) {
  const at = (level: 'debug' | 'warn' | 'error') => (message?: unknown) =>
    logger[level]({ source: 'apollo' }, String(message));
  return { debug: at('debug'), info: at('debug'), warn: at('warn'), error: at('error') };
}
