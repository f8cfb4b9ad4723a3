import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  definitionOf,
  type EventType,
  type Publication,
  SERVICES,
  type ServiceName,
  serviceOf,
} from '@qianshou/events';
import { type Connection, inTransaction } from '@qianshou/service-kit/mongo';
import { createOutbox, prepareOutbox } from '@qianshou/service-kit/outbox';
import { inScope } from '@qianshou/service-kit/scope';
import { openIssuer } from '../issuer/index.ts';
import { runCommand, serversFolder, startKafka, startMongod, stopOwnChildren } from '../servers/index.ts';
import { connectToService } from '../service-database.ts';
import { freePorts, localSystem, type System } from '../system/index.ts';

/** Real processes of some services, on servers that nobody else uses. */
export interface Services {
  readonly system: System;
  /** A second process of the same services, on the same databases. */
  readonly beside: System;
  readonly databases: Readonly<Record<ServiceName, Connection>>;
  readonly run: (command: string, ...args: readonly string[]) => ReturnType<typeof runCommand>;
  /** What a service's command would have told. */
  readonly tell: (
    type: EventType,
    of: { readonly id: string; readonly sequence: number },
    data: object,
  ) => Promise<void>;
  readonly end: () => Promise<void>;
}

export async function startServers(): Promise<Services> {
  const folder = await serversFolder('qianshou-services-');
  const [mongod, kafka] = await Promise.all([
    startMongod({ dir: join(folder, 'mongod') }),
    startKafka({ dir: join(folder, 'kafka') }),
  ]);
  const environment = { MONGODB_URI: mongod.uri, KAFKA_BROKERS: kafka.brokers };
  Object.assign(process.env, environment);
  const system = await systemIn(folder);
  const databases = await connectToAll(environment);
  return {
    system,
    beside: await systemIn(folder),
    databases,
    run: (command, ...args) =>
      runCommand('env', [
        ...Object.entries(environment).map(([name, value]) => `${name}=${value}`),
        process.execPath,
        join(import.meta.dirname, '..', `${command}.ts`),
        ...args,
      ]),
    tell: (type, of, data) => tell(databases, type, of, data),
    end: async () => {
      await Promise.all(Object.values(databases).map((database) => database.close()));
      await stopOwnChildren();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** With the same keys; each has its own ports. */
async function systemIn(folder: string): Promise<System> {
  const issuer = await openIssuer(join(folder, 'issuer'));
  const system = localSystem({ folder, ports: await freePorts(), issuer, onDeath: () => undefined });
  await Promise.all([system.startMongod(() => undefined), system.startKafka(() => undefined)]);
  return system;
}

async function connectToAll(
  environment: NodeJS.ProcessEnv,
): Promise<Readonly<Record<ServiceName, Connection>>> {
  const connected = SERVICES.map(
    async (service) => [service, await connectToService(service, 'test', environment)] as const,
  );
  return Object.fromEntries(await Promise.all(connected)) as Record<ServiceName, Connection>;
}

async function tell(
  databases: Services['databases'],
  type: EventType,
  { id, sequence }: { readonly id: string; readonly sequence: number },
  data: object,
): Promise<void> {
  const definition = definitionOf(type);
  if (definition === undefined) throw new Error(`${type} is not in the catalogue`);
  const service = serviceOf(type);
  const connection = databases[service];
  await prepareOutbox(connection);
  const outbox = createOutbox({ connection, service });
  const publication = { type, data: { ...definition.example, ...data }, regionCode: '350203' } as Publication;
  const entry = { aggregate: definition.aggregate, aggregateId: id, sequence, publication };
  await inScope({ correlationId: 'test' }, () => inTransaction(connection, () => outbox.append([entry])));
}

const PATIENCE_MS = 60_000;

/** Asks again until it holds. */
export async function eventually<Result>(assertion: () => Promise<Result>): Promise<Result> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > until) throw error;
      await pause(100);
    }
  }
}
