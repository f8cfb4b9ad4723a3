import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lastLines, startChild, type Child } from './child.ts';
import { findKafka, propertiesIn, type KafkaLaunch } from './kafka-launch.ts';
import { kafkaProperties, type KafkaPorts } from './kafka-properties.ts';
import { brokerListsTopics } from './kafka-ready.ts';
import { freePort } from './ports.ts';
import { silently, type Report } from './report.ts';
import { restartable, type RunningServer } from './running-server.ts';

export interface KafkaOptions {
  /** Data, configuration and log; kept, so that a restart finds what was published. */
  readonly dir: string;
  /** Free ones when not given; the same ones after a restart. */
  readonly port?: number;
  readonly controllerPort?: number;
  readonly report?: Report;
}

export interface Kafka extends RunningServer {
  /** A comma list, as the services' configuration takes it. */
  readonly brokers: string;
  readonly port: number;
}

export async function startKafka(options: KafkaOptions): Promise<Kafka> {
  const { report = silently } = options;
  const dir = resolve(options.dir);
  const ports: KafkaPorts = {
    broker: options.port ?? (await freePort()),
    controller: options.controllerPort ?? (await freePort()),
  };
  const brokers = `127.0.0.1:${ports.broker}`;
  const launch = await findKafka(report);
  const start = async (): Promise<Child> => {
    await launch.end(dir);
    await prepare(launch, dir, ports);
    const child = await serve(launch, dir);
    await whenReady(child, brokers);
    return child;
  };
  const server = await restartable(start);
  const withContainer = async (end: () => Promise<void>): Promise<void> => {
    await Promise.all([end(), launch.end(dir)]);
  };
  const kill9 = server.kill9.bind(server);
  return Object.assign(server, { kill9: () => withContainer(kill9), brokers, port: ports.broker });
}

async function prepare(launch: KafkaLaunch, dir: string, ports: KafkaPorts): Promise<void> {
  mkdirSync(dir, { recursive: true });
  writeFileSync(propertiesIn(dir), kafkaProperties(dir, ports));
  // Formatting is a Java start of its own: a second that a restart need not spend.
  if (existsSync(join(dir, 'data', 'meta.properties'))) return;
  const format = await startChild({
    name: 'kafka format',
    role: 'kafka',
    ...launch.format(dir),
    logFile: join(dir, 'kafka-format.log'),
  });
  const { code } = await format.exited;
  if (code !== 0) throw new Error(`Kafka could not format its folder:\n${lastLines(format.logFile)}`);
}

function serve(launch: KafkaLaunch, dir: string): Promise<Child> {
  return startChild({ name: 'kafka', role: 'kafka', ...launch.serve(dir), logFile: join(dir, 'kafka.log') });
}

async function whenReady(child: Child, brokers: string): Promise<void> {
  try {
    await brokerListsTopics(child, brokers);
  } catch (error) {
    await child.stop();
    throw error;
  }
}
