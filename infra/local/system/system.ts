import { join } from 'node:path';
import { SERVICES } from '@qianshou/events';
import type { Issuer } from '../issuer/index.ts';
import { REPOSITORY } from '../places.ts';
import { graphqlUrl, type Ports, type ProcessName } from '../roster.ts';
import { provideKafka, provideMongod, startChild, type Child, type Report } from '../servers/index.ts';
import { environmentOf, type Surroundings } from './environment.ts';
import { ensureKeys } from './keys.ts';
import { failed, untilReady } from './readiness.ts';

export interface SystemOptions {
  /** Holds data, keys and logs. */
  readonly folder: string;
  readonly ports: Readonly<Record<ProcessName, Ports>>;
  readonly mongodPort?: number;
  readonly kafkaPort?: number;
  readonly issuer: Issuer;
  /** Called when something ends that should run; the system is then of no use any more. */
  readonly onDeath: (failure: Error) => void;
}

/** Brought up in this order by the caller, who shows the progress and may be interrupted between and within. */
export interface System {
  readonly gatewayUrl: string;
  readonly processes: readonly ProcessName[];
  readonly startMongod: (report: Report) => Promise<void>;
  readonly startKafka: (report: Report) => Promise<void>;
  readonly startProcess: (name: ProcessName) => Promise<void>;
  /** Kills a process as a crash would; `startProcess` brings it back. */
  readonly killProcess: (name: ProcessName) => Promise<void>;
  /** What this run started, by name; a server that somebody else runs is not among them. */
  readonly pids: () => Readonly<Record<string, number>>;
}

export function localSystem(options: SystemOptions): System {
  const { folder, ports, onDeath } = options;
  const servers = { mongodbUri: '', kafkaBrokers: '' };
  const serverPids: Record<string, () => number> = {};
  const children = new Map<ProcessName, Child>();
  const keys = ensureKeys(join(folder, 'keys'));
  const surroundings = (): Surroundings => ({ ports, keys, jwksFile: options.issuer.jwksFile, ...servers });
  return {
    gatewayUrl: graphqlUrl(ports.gateway.graphql),
    processes: [...SERVICES, 'gateway'],
    startMongod: async (report) => {
      const dir = join(folder, 'mongod');
      const mongod = await provideMongod({ dir, report, ...portOf(options.mongodPort) });
      servers.mongodbUri = mongod.uri;
      if (mongod.pid !== undefined) serverPids['mongod'] = () => mongod.pid ?? 0;
      void mongod.exited?.().then(() => onDeath(new Error(`MongoDB ended unexpectedly; its log: ${dir}`)));
    },
    startKafka: async (report) => {
      const dir = join(folder, 'kafka');
      const kafka = await provideKafka({ dir, report, ...kafkaPorts(options.kafkaPort) });
      servers.kafkaBrokers = kafka.brokers;
      if (kafka.pid !== undefined) serverPids['kafka'] = () => kafka.pid ?? 0;
      void kafka.exited?.().then(() => onDeath(new Error(`Kafka ended unexpectedly; its log: ${dir}`)));
    },
    startProcess: async (name) => {
      const child = await launch(name, folder, environmentOf(name, surroundings()));
      await untilReady(name, child, ports[name].health);
      children.set(name, child);
      void child.exited.then(() => {
        if (children.get(name) === child) onDeath(failed(`${name} ended unexpectedly.`, child));
      });
    },
    killProcess: async (name) => {
      const child = children.get(name);
      children.delete(name);
      await child?.kill9();
    },
    pids: () => pidsOf(serverPids, children),
  };
}

function pidsOf(
  servers: Readonly<Record<string, () => number>>,
  children: ReadonlyMap<ProcessName, Child>,
): Record<string, number> {
  const ofServers = Object.entries(servers).map(([name, pid]) => [name, pid()]);
  const ofProcesses = [...children].map(([name, { pid }]) => [name, pid]);
  return Object.fromEntries([...ofServers, ...ofProcesses]) as Record<string, number>;
}

function launch(name: ProcessName, folder: string, environment: NodeJS.ProcessEnv): Promise<Child> {
  const main = name === 'gateway' ? 'gateway/src/main.ts' : `services/${name}/src/main.ts`;
  return startChild({
    name,
    role: name === 'gateway' ? 'gateway' : 'service',
    command: process.execPath,
    args: [main],
    cwd: REPOSITORY,
    logFile: join(folder, 'logs', `${name}.log`),
    env: { ...process.env, ...environment },
  });
}

function portOf(port: number | undefined): { port?: number } {
  return port === undefined ? {} : { port };
}

/** The controller listens beside the broker. */
function kafkaPorts(port: number | undefined): { port?: number; controllerPort?: number } {
  return port === undefined ? {} : { port, controllerPort: port + 1 };
}
