import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runInNewContext } from 'node:vm';
import { brokerAccess, type Broker, kafkaBroker } from '@qianshou/service-kit/kafka';
import { createLogger } from '@qianshou/service-kit/logging';
import mongoose from 'mongoose';
import { openIssuer } from '../local/issuer/index.ts';
import { cacheFolder, REPOSITORY } from '../local/places.ts';
import { lastLines, startChild, type Child } from '../local/servers/child.ts';
import { KAFKA_VERSION } from '../local/servers/kafka-launch.ts';
import { findMongod } from '../local/servers/mongod-binary.ts';
import { freePort } from '../local/servers/ports.ts';
import { runCommand } from '../local/servers/run-command.ts';
import { ensureComposeSecrets } from '../local/system/compose-secrets.ts';
import { containerNamed, readComposeFile } from './compose-file.ts';

/** A folder with what `npm run secrets` makes. */
export async function madeSecrets(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'qianshou-secured-'));
  const { jwksFile } = await openIssuer(join(folder, 'issuer'));
  await ensureComposeSecrets(folder, jwksFile);
  return folder;
}

export interface SecuredKafka {
  /** Where services come, with name and password over TLS. */
  readonly brokers: string;
  readonly child: Child;
}

/** The broker of docker-compose.yml, with its own settings but for ports and folders, and the users of its script. */
export async function startSecuredKafka(secrets: string): Promise<SecuredKafka> {
  const dir = join(secrets, 'kafka');
  mkdirSync(dir, { recursive: true });
  const [services, controller, inside] = [await freePort(), await freePort(), await freePort()];
  const properties = join(dir, 'server.properties');
  const { users, rights } = await callsOfScript(secrets);
  writeFileSync(properties, propertiesOf(secrets, { services, controller, inside }));
  const java = (args: readonly string[]) => ({ command: 'java', args: [...JVM, ...args] });
  const format = java([
    'kafka.tools.StorageTool',
    'format',
    '-t',
    'cWlhbnNob3UtbG9jYWwtMQ',
    '-c',
    properties,
  ]);
  await must(format.command, [...format.args, ...users.flatMap(scramOf)]);
  const serve = java(['kafka.Kafka', properties]);
  const child = await startChild({ name: 'kafka', role: 'kafka', ...serve, logFile: join(dir, 'kafka.log') });
  await untilListed(child, inside);
  writeFileSync(join(dir, 'rights.json'), JSON.stringify(rights));
  const acls = join(REPOSITORY, 'packages/service-kit/test/kafka-acls.process.ts');
  await must(process.execPath, [acls, `127.0.0.1:${inside}`, join(dir, 'rights.json')]);
  return { brokers: `localhost:${services}`, child };
}

const JARS = join(cacheFolder(), `kafka-${KAFKA_VERSION}`, '*');
const JVM = ['-Xms64m', '-Xmx384m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', JARS];

async function must(command: string, args: readonly string[]): Promise<void> {
  const { ok, output } = await runCommand(command, args);
  if (!ok) throw new Error(`${command} failed:\n${output}`);
}

type Ports = Readonly<Record<'services' | 'controller' | 'inside', number>>;

/** As the image makes settings of its environment: `___` is a hyphen, `__` an underscore, `_` a dot. */
function propertiesOf(secrets: string, { services, controller, inside }: Ports): string {
  const { environment } = containerNamed(readComposeFile(), 'kafka');
  const settings = Object.entries(environment).filter(([name]) => name.startsWith('KAFKA_'));
  const lines = settings.map(([name, value]) => {
    const words = name.slice('KAFKA_'.length).toLowerCase();
    const key = words.replaceAll('___', '-').replaceAll(/(?<!_)_(?!_)/g, '.');
    return `${key.replaceAll('__', '_')}=${value}`;
  });
  return lines
    .join('\n')
    .replaceAll('SERVICES://kafka:9092', `SERVICES://localhost:${services}`)
    .replaceAll(':9092', `:${services}`)
    .replaceAll(':9093', `:${controller}`)
    .replaceAll(':9094', `:${inside}`)
    .replace('/run/secrets/kafka-keystore', join(secrets, 'kafka-keystore.pem'))
    .replace('/var/lib/kafka/data', join(secrets, 'kafka/data'));
}

async function untilListed(child: Child, port: number): Promise<void> {
  const broker = kafkaBroker({
    brokers: [`127.0.0.1:${port}`],
    clientId: 'test-administrator',
    replicationFactor: 1,
    logger: createLogger({ service: 'test', level: 'silent' }),
  });
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (!child.isRunning()) throw new Error(`Kafka ended while starting:\n${lastLines(child.logFile)}`);
    const listed = await broker.listTopics().then(
      () => true,
      () => false,
    );
    if (listed) return;
    await pause(50);
  }
  throw new Error(`Kafka was not ready:\n${lastLines(child.logFile)}`);
}

interface Calls {
  readonly topics: readonly string[][];
  readonly users: readonly string[][];
  readonly rights: readonly string[][];
}

/** What the script of docker-compose.yml asks Kafka's tools for; a tool is a Java of its own, and there are 21 calls. */
export async function callsOfScript(secrets: string): Promise<Calls> {
  const [bin, calls] = [join(secrets, 'bin'), join(secrets, 'calls')];
  mkdirSync(bin, { recursive: true });
  for (const tool of ['kafka-topics.sh', 'kafka-configs.sh', 'kafka-acls.sh']) {
    const recording = `#!/usr/bin/env bash\n{ printf '%s\\t' ${tool} "$@"; echo; } >> '${calls}'\n`;
    writeFileSync(join(bin, tool), recording, { mode: 0o755 });
  }
  const script = join(REPOSITORY, 'infra/kafka/users-and-rights.sh');
  await must('env', ['BROKER=inside', `SECRETS=${secrets}`, `KAFKA_BIN=${bin}`, 'bash', script]);
  const lines = readFileSync(calls, 'utf8').trim().split('\n');
  const of = (tool: string): string[][] =>
    lines
      .map((line) => line.trimEnd().split('\t'))
      .flatMap(([named, ...args]) => (named === tool ? [args] : []));
  return { topics: of('kafka-topics.sh'), users: of('kafka-configs.sh'), rights: of('kafka-acls.sh') };
}

/** `--entity-name <name> … --add-config SCRAM-SHA-512=[password=<password>]`, as a broker takes it that is formatted. */
function scramOf(args: readonly string[]): readonly string[] {
  const after = (option: string): string => args[args.indexOf(option) + 1] ?? '';
  const config = after('--add-config').replace('[password=', `[name=${after('--entity-name')},password=`);
  return ['--add-scram', config];
}

/** What the settings of a process say, for the same client as the process has. */
export function brokerAs(
  secrets: string,
  { brokers }: SecuredKafka,
  settings: Readonly<Record<string, string>>,
): Broker {
  const access = brokerAccess({
    KAFKA_TLS: 'true',
    KAFKA_CA_FILE: join(secrets, 'kafka-ca.pem'),
    ...settings,
  });
  return kafkaBroker({
    brokers: brokers.split(','),
    clientId: 'test',
    access,
    replicationFactor: 1,
    logger: createLogger({ service: 'test', level: 'silent' }),
  });
}

export interface SecuredMongod {
  readonly uriOf: (user: string, password: string, database: string) => string;
  readonly child: Child;
}

/** A replica set of one that asks for a name, with the users of the script that the image runs. */
export async function startSecuredMongod(secrets: string): Promise<SecuredMongod> {
  const dir = join(secrets, 'mongod');
  mkdirSync(dir, { recursive: true });
  const [port, key] = [await freePort(), join(dir, 'key')];
  copyFileSync(join(secrets, 'mongodb-key'), key);
  chmodSync(key, 0o400);
  const command = await findMongod(() => {});
  const args = ['--replSet', 'rs0', '--bind_ip', '127.0.0.1', '--port', `${port}`, '--dbpath', dir];
  const modest = ['--keyFile', key, '--wiredTigerCacheSizeGB', '0.25', '--nounixsocket', '--quiet'];
  const logFile = join(dir, 'mongod.log');
  const child = await startChild({
    name: 'mongod',
    role: 'mongod',
    command,
    args: [...args, ...modest],
    logFile,
  });
  await makeUsers(secrets, port);
  return {
    child,
    uriOf: (user, password, database) =>
      `mongodb://${user}:${password}@127.0.0.1:${port}/${database}?replicaSet=rs0&directConnection=true`,
  };
}

type Reply = mongoose.mongo.Document;

/** Until there is a user, whoever comes from the machine itself may make the first one. */
async function makeUsers(secrets: string, port: number): Promise<void> {
  const address = `127.0.0.1:${port}/?directConnection=true&serverSelectionTimeoutMS=60000`;
  const first = await new mongoose.mongo.MongoClient(`mongodb://${address}`).connect();
  const admin = first.db('admin');
  await admin.command({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: `127.0.0.1:${port}` }] } });
  while ((await admin.command({ hello: 1 }))['isWritablePrimary'] !== true) await pause(20);
  await admin.command({ createUser: 'root', pwd: 'root', roles: ['root'] });
  await first.close();
  const root = await new mongoose.mongo.MongoClient(`mongodb://root:root@${address}`).connect();
  const asked: Promise<Reply>[] = [];
  const db = (name: string) => ({
    getName: () => name,
    getSiblingDB: db,
    createRole: ({ role, ...rest }: Reply) =>
      asked.push(root.db(name).command({ createRole: role, ...rest })),
    createUser: ({ user, ...rest }: Reply) =>
      asked.push(Promise.all(asked).then(() => root.db(name).command({ createUser: user, ...rest }))),
  });
  const require = () => ({
    readFileSync: (file: string) => readFileSync(join(secrets, basename(file)), 'utf8'),
  });
  const script = readFileSync(join(REPOSITORY, 'infra/mongo/create-users.js'), 'utf8');
  runInNewContext(script, { db: db('admin'), require });
  await Promise.all(asked);
  await root.close();
}
