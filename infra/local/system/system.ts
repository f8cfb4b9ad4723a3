import { join } from 'node:path';
import { SERVICES } from '@qianshou/events';
import type { Issuer } from '../issuer/index.ts';
import { REPOSITORY } from '../places.ts';
import { graphqlUrl, type Ports, type ProcessName } from '../roster.ts';
import {
  provideKafka,
  provideMongod,
  silently,
  startChild,
  type Child,
  type Report,
} from '../servers/index.ts';
import { type Environment, environmentOf, type Surroundings } from './environment.ts';
import { keptProcesses } from './kept-processes.ts';
import { ensureKeys } from './keys.ts';
import { untilReady } from './readiness.ts';

export interface SystemOptions {
  /** Holds data, keys and logs. */
  readonly folder: string;
  readonly ports: Readonly<Record<ProcessName, Ports>>;
  readonly mongodPort?: number;
  readonly kafkaPort?: number;
  readonly issuer: Issuer;
  /** Called when something ends that should run and cannot be brought back; the system is then of no use any more. */
  readonly onDeath: (failure: Error) => void;
  /** Settings beyond those that every system has. */
  readonly settings?: Readonly<Partial<Record<ProcessName, Environment>>>;
  /** Told when a process ended and is started again. */
  readonly report?: Report;
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
  /** Ends a process as an operator would: what it holds is free at once. */
  readonly stopProcess: (name: ProcessName) => Promise<void>;
  /** What this run started, by name; a server that somebody else runs is not among them. */
  readonly pids: () => Readonly<Record<string, number>>;
}

export function localSystem(options: SystemOptions): System {
  const { folder, ports, onDeath, settings = {}, report = silently } = options;
  const servers = { mongodbUri: '', kafkaBrokers: '' };
  const serverPids: Record<string, () => number> = {};
  const keys = ensureKeys(join(folder, 'keys'));
  const { jwksFile } = options.issuer;
  const surroundings = (): Surroundings => ({ ports, keys, jwksFile, folder, ...servers });
  const kept = keptProcesses({
    launch: (name, appends) =>
      launch(name, { folder, appends }, { ...environmentOf(name, surroundings()), ...settings[name] }),
    untilReady: (name, child) => untilReady(name, child, ports[name].health),
    report,
    onDeath,
  });
  return {
    gatewayUrl: graphqlUrl(ports.gateway.graphql),
    processes: [...SERVICES, 'gateway'],
    ...serversOf(options, servers, serverPids),
    startProcess: kept.start,
    killProcess: kept.kill,
    stopProcess: kept.stop,
    pids: () => pidsOf(serverPids, kept.children),
  };
}

/** The servers that everything else needs; where somebody else runs one, it is theirs to keep running. */
function serversOf(
  { folder, onDeath, mongodPort, kafkaPort }: SystemOptions,
  servers: { mongodbUri: string; kafkaBrokers: string },
  serverPids: Record<string, () => number>,
): Pick<System, 'startMongod' | 'startKafka'> {
  return {
    startMongod: async (report) => {
      const dir = join(folder, 'mongod');
      const mongod = await provideMongod({ dir, report, ...portOf(mongodPort) });
      servers.mongodbUri = mongod.uri;
      if (mongod.pid !== undefined) serverPids['mongod'] = () => mongod.pid ?? 0;
      void mongod.exited?.().then(() => onDeath(new Error(`MongoDB ended unexpectedly; its log: ${dir}`)));
    },
    startKafka: async (report) => {
      const dir = join(folder, 'kafka');
      const kafka = await provideKafka({ dir, report, ...kafkaPorts(kafkaPort) });
      servers.kafkaBrokers = kafka.brokers;
      if (kafka.pid !== undefined) serverPids['kafka'] = () => kafka.pid ?? 0;
      void kafka.exited?.().then(() => onDeath(new Error(`Kafka ended unexpectedly; its log: ${dir}`)));
    },
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

/** As in production: no prototype of anything can be reached through `__proto__`, and a leak ends before the machine does. */
const HARDENED = ['--disable-proto=delete', '--max-old-space-size=1024'];

interface Log {
  readonly folder: string;
  readonly appends: boolean;
}

function launch(name: ProcessName, log: Log, environment: NodeJS.ProcessEnv): Promise<Child> {
  const main = name === 'gateway' ? 'gateway/src/main.ts' : `services/${name}/src/main.ts`;
  return startChild({
    name,
    role: name === 'gateway' ? 'gateway' : 'service',
    command: process.execPath,
    args: [...HARDENED, main],
    cwd: REPOSITORY,
    logFile: join(log.folder, 'logs', `${name}.log`),
    appends: log.appends,
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
