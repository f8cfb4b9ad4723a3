import { ApolloGateway } from '@apollo/gateway';
import { signIdentity, type KeyRing } from '@qianshou/service-kit/identity';
import type { Logger } from '@qianshou/service-kit/logging';
import { printSchema } from 'graphql';
import { silenceApollo } from './config.ts';
import { describeApart } from './introspection.ts';
import { refuseNulls } from './null-variables.ts';
import { beforePlanning, type PlanningGateway } from './planning-gateway.ts';
import { subgraphConnection, type SubgraphConnection } from './subgraph-connection.ts';
import { subgraphDataSource } from './subgraph-data-source.ts';

export interface GatewayOptions {
  readonly supergraph: string;
  readonly addresses: ReadonlyMap<string, string>;
  readonly keyRings: ReadonlyMap<string, KeyRing>;
  readonly subgraphTimeout: number;
  readonly responseLimit: number;
  readonly logger: Logger;
}

export interface Gateway {
  readonly apollo: PlanningGateway;
  /** What clients may ask; known once Apollo Server has started. */
  readonly schema: () => string;
  readonly close: () => Promise<void>;
}

/** Apollo's gateway over a supergraph that was composed beforehand: it plans, our data sources ask. */
export function createGateway(options: GatewayOptions): Gateway {
  const { supergraph, addresses, keyRings, subgraphTimeout: timeout, responseLimit, logger } = options;
  const connections: SubgraphConnection[] = [];
  silenceApollo();
  const apollo = new ApolloGateway({
    supergraphSdl: supergraph,
    __exposeQueryPlanExperimental: false,
    logger: apolloLog(logger),
    buildService: ({ name, url }) => {
      const keyRing = keyRings.get(name);
      const address = addresses.get(name) ?? url;
      if (keyRing === undefined) throw new Error(`SUBGRAPH_KEYS_FILE has no keys for the subgraph "${name}"`);
      if (address === undefined) throw new Error(`SUBGRAPHS has no address for the subgraph "${name}"`);
      const connection = subgraphConnection(address, responseLimit);
      connections.push(connection);
      const sign = signIdentity({ audience: name, keyRing });
      return subgraphDataSource({ subgraph: name, connection, sign, timeout, logger });
    },
  });
  const api = { sdl: '' };
  apollo.onSchemaLoadOrUpdate(({ apiSchema }) => {
    api.sdl = printSchema(apiSchema);
  });
  return {
    apollo: beforePlanning(apollo, (executor) => refuseNulls(describeApart(executor))),
    schema: () => api.sdl,
    close: async () => void (await Promise.all(connections.map(({ close }) => close()))),
  };
}

/** Apollo tells what it does while it starts; that is detail here. */
export function apolloLog(logger: Logger) {
  const at = (level: 'debug' | 'warn' | 'error') => (message?: unknown) =>
    logger[level]({ source: 'apollo' }, String(message));
  return { debug: at('debug'), info: at('debug'), warn: at('warn'), error: at('error') };
}
