import type { ServiceName } from '@qianshou/events';
import { replicationFactor, type ServiceConfig } from '../config/fragments.ts';
import { subgraphServer } from '../graphql/subgraph-server.ts';
import { healthServer, metricsRegistry } from '../health/health-server.ts';
import { loadKeyRing } from '../identity/key-ring.ts';
import { verifyGatewayRequest } from '../identity/verify-gateway-request.ts';
import { brokerAccess } from '../kafka/broker-access.ts';
import type { Broker } from '../kafka/broker.ts';
import { kafkaBroker } from '../kafka/kafka-broker.ts';
import { limitMetrics } from '../limits/mongo-rate-limit.ts';
import { alone } from '../lease/alone.ts';
import { createLogger, type Logger } from '../logging/logger.ts';
import { type Connection, connectMongo } from '../mongo/connection.ts';
import { sharedNonces } from '../mongo/shared-nonces.ts';
import { awaitNeeds } from '../position/at-least.ts';
import { reachedOn } from '../position/reached.ts';
import { type RunningProcess, runProcess } from '../process/run-process.ts';
import { loadEventKeys } from '../signing/event-keys.ts';
import type { ServiceDefinition } from './definition.ts';
import { type Mailbox, startMailbox } from './mailbox.ts';
import { buildSubgraph, type Subgraph } from './subgraph.ts';

type Registry = ReturnType<typeof metricsRegistry>;

/** The whole life of a service's process. */
export async function runService<Name extends ServiceName, UseCases, Loaders, Config extends ServiceConfig>(
  definition: ServiceDefinition<Name, UseCases, Loaders, Config>,
  readConfig: () => Config,
): Promise<void> {
  await runProcess(() => startService(definition, readConfig()));
}

interface Parts<Name extends ServiceName, UseCases, Loaders, Config> {
  readonly definition: ServiceDefinition<Name, UseCases, Loaders, Config>;
  readonly config: Config;
  readonly logger: Logger;
  readonly metrics: Registry;
  readonly connection: Connection;
  readonly subgraph: Subgraph<UseCases, Loaders>;
}

async function startService<Name extends ServiceName, UseCases, Loaders, Config extends ServiceConfig>(
  definition: ServiceDefinition<Name, UseCases, Loaders, Config>,
  config: Config,
): Promise<RunningProcess> {
  const { name } = definition;
  const logger = createLogger({ service: name, level: config.LOG_LEVEL });
  const metrics = metricsRegistry(name);
  const keys = loadEventKeys(name, config);
  const connection = await connectMongo({ uri: config.MONGODB_URI, appName: `qianshou-${name}` });
  // Two processes that begin on an empty database would make the same collections and seeds at once.
  const subgraph = await alone(connection, 'prepare', async () => {
    const built = await buildSubgraph(definition, { config, connection, logger });
    await built.prepare?.();
    return built;
  });
  limitMetrics(metrics, connection);
  const broker = brokerOf(name, config, logger);
  const { fold } = definition;
  const shared = { connection, broker, logger, metrics, keys };
  const mailbox = await startMailbox({ service: name, fold, wired: subgraph, ...shared });
  const parts = { definition, config, logger, metrics, connection, subgraph };
  const stopServers = await startServers(parts, mailbox);
  logger.info({ port: config.PORT, healthPort: config.HEALTH_PORT }, 'ready');
  return {
    logger,
    stop: async () => {
      await stopServers();
      await mailbox.stop();
      await broker.close();
      await connection.close();
    },
  };
}

function brokerOf(name: ServiceName, config: ServiceConfig, logger: Logger): Broker {
  return kafkaBroker({
    brokers: config.KAFKA_BROKERS,
    clientId: config.KAFKA_CLIENT_ID ?? `qianshou-${name}`,
    access: brokerAccess(config),
    replicationFactor: replicationFactor(config),
    logger,
  });
}

async function startServers<Name extends ServiceName, UseCases, Loaders, Config extends ServiceConfig>(
  { definition, config, logger, metrics, connection, subgraph }: Parts<Name, UseCases, Loaders, Config>,
  mailbox: Mailbox,
): Promise<() => Promise<void>> {
  const { subscriptions } = subgraph;
  const { hearing } = mailbox;
  const keyRing = loadKeyRing(config.GATEWAY_KEYS_FILE, config.NODE_ENV);
  const graphql = await subgraphServer({
    schema: subgraph.schema,
    logger,
    metrics,
    introspection: config.NODE_ENV !== 'production',
    verify: verifyGatewayRequest({ audience: definition.name, keyRing }),
    shareNonce: sharedNonces(connection),
    contextOf: subgraph.contextOf,
    awaitNeeds: awaitNeeds((needs) =>
      reachedOn({ connection, service: definition.name, subscriptions, hearing }, needs),
    ),
    doors: subgraph.doors ?? [],
  });
  const health = healthServer({
    metrics,
    ready: {
      mongodb: async () => (await connection.db?.command({ ping: 1 }))?.['ok'] === 1,
      mailbox: mailbox.healthy,
    },
    problems: mailbox.problems,
    alive: mailbox.healthy,
  });
  await graphql.listen({ host: config.HOST, port: config.PORT });
  await health.listen({ host: config.HOST, port: config.HEALTH_PORT });
  return async () => {
    await graphql.close();
    await health.close();
  };
}
