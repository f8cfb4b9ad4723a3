import { setTimeout as pause } from 'node:timers/promises';
import { type ServiceName, TOPICS } from '@qianshou/events';
import { replicationFactor, type ServiceConfig } from '../config/index.ts';
import { startFigures } from '../figures/index.ts';
import { subgraphServer } from '../graphql/index.ts';
import { healthServer, metricsRegistry } from '../health/index.ts';
import { loadKeyRing, verifyGatewayRequest } from '../identity/index.ts';
import { type Consumer, startConsumer } from '../inbox/index.ts';
import { startJobs } from '../jobs/index.ts';
import { type Broker, kafkaBroker } from '../kafka/index.ts';
import { createLogger, type Logger } from '../logging/index.ts';
import { type Connection, connectMongo } from '../mongo/index.ts';
import { startRelay } from '../outbox/index.ts';
import { type RunningProcess, runProcess } from '../process/index.ts';
import type { ServiceDefinition } from './definition.ts';
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
  readonly broker: Broker;
  readonly subgraph: Subgraph<UseCases, Loaders>;
  readonly onFatal: (error: Error) => void;
}

async function startService<Name extends ServiceName, UseCases, Loaders, Config extends ServiceConfig>(
  definition: ServiceDefinition<Name, UseCases, Loaders, Config>,
  config: Config,
): Promise<RunningProcess> {
  const { name } = definition;
  const logger = createLogger({ service: name, level: config.LOG_LEVEL });
  const metrics = metricsRegistry(name);
  const connection = await connectMongo({ uri: config.MONGODB_URI, appName: `qianshou-${name}` });
  const subgraph = await buildSubgraph(definition, { config, connection, logger });
  await subgraph.prepare?.();
  const onFatal = (error: Error): void => {
    logger.fatal({ err: error }, 'the consumer ended; a new process is needed');
    process.exit(1);
  };
  const broker = kafkaBroker({
    brokers: config.KAFKA_BROKERS,
    clientId: `qianshou-${name}`,
    replicationFactor: replicationFactor(config),
    logger,
    onFatal,
  });
  await broker.ensureTopics(TOPICS);
  const parts = { definition, config, logger, metrics, connection, broker, subgraph, onFatal };
  const mailbox = await startMailbox(parts);
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

interface Mailbox {
  readonly healthy: () => boolean;
  readonly stop: () => Promise<void>;
}

/** Events out, events in, figures and jobs: what runs beside the requests. */
async function startMailbox<Name extends ServiceName, UseCases, Loaders, Config>(
  parts: Parts<Name, UseCases, Loaders, Config>,
): Promise<Mailbox> {
  const { definition, connection, broker, logger, metrics, subgraph } = parts;
  const service = definition.name;
  const relay = await startRelay({ connection, service, broker, logger, metrics });
  const figures = await startFigures({ connection, service, fold: definition.fold, logger });
  const jobs = startJobs({ connection, service, jobs: subgraph.jobs ?? [], logger });
  const imports = subgraph.imports?.start(logger);
  const { subscriptions } = subgraph;
  const options = { connection, service, purpose: 'reactions', broker, subscriptions, logger, metrics };
  const consumer = consumeInBackground(() => startConsumer(options), parts.onFatal);
  return {
    healthy: () => relay.healthy() && consumer.healthy(),
    stop: async () => {
      await consumer.stop();
      await imports?.stop();
      await jobs.stop();
      await figures.stop();
      await relay.stop();
    },
  };
}

/** How long a stop waits for a consumer that is still joining its group: it has taken nothing yet. */
const JOINING_MS = 1_000;

/**
 * After a crash the broker holds the dead member's place until its session ends (45 s). Requests and publishing need
 * not wait for that: only reactions do.
 */
function consumeInBackground(start: () => Promise<Consumer>, onFatal: (error: Error) => void): Consumer {
  let joined: Consumer | null = null;
  const joining = start();
  joining.then((consumer) => (joined = consumer)).catch(onFatal);
  return {
    healthy: () => joined?.healthy() ?? true,
    stop: () => Promise.race([joining.then((consumer) => consumer.stop()), pause(JOINING_MS)]),
  };
}

async function startServers<Name extends ServiceName, UseCases, Loaders, Config extends ServiceConfig>(
  { definition, config, logger, metrics, connection, subgraph }: Parts<Name, UseCases, Loaders, Config>,
  mailbox: Mailbox,
): Promise<() => Promise<void>> {
  const keyRing = loadKeyRing(config.GATEWAY_KEYS_FILE, config.NODE_ENV);
  const graphql = await subgraphServer({
    schema: subgraph.schema,
    logger,
    introspection: config.NODE_ENV !== 'production',
    verify: verifyGatewayRequest({ audience: definition.name, keyRing }),
    contextOf: subgraph.contextOf,
  });
  const health = healthServer({
    metrics,
    ready: {
      mongodb: async () => (await connection.db?.command({ ping: 1 }))?.['ok'] === 1,
      mailbox: mailbox.healthy,
    },
    alive: mailbox.healthy,
  });
  await graphql.listen({ host: config.HOST, port: config.PORT });
  await health.listen({ host: config.HOST, port: config.HEALTH_PORT });
  return async () => {
    await graphql.close();
    await health.close();
  };
}
