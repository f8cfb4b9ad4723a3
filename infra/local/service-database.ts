import type { ServiceName } from '@qianshou/events';
import { type Connection, connectMongo } from '@qianshou/service-kit/mongo';
import { databaseUri } from './servers/index.ts';
import { SetupError } from './setup-error.ts';
import { readSettings } from './system/settings.ts';

/** The database of a service in the local system, or on the replica set that MONGODB_URI names. */
export async function connectToService(
  service: ServiceName,
  appName: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Connection> {
  const { mongodPort } = readSettings([], environment);
  const server = environment['MONGODB_URI'] ?? `mongodb://127.0.0.1:${mongodPort}/?replicaSet=rs0`;
  try {
    return await connectMongo({ uri: databaseUri(server, `qianshou_${service}`), appName });
  } catch {
    throw new SetupError('No MongoDB answers.', [
      'start the system: npm start, or',
      'name the replica set: MONGODB_URI=mongodb://host:27017/?replicaSet=rs0',
    ]);
  }
}

interface Use {
  readonly service: ServiceName;
  readonly appName: string;
  readonly environment?: NodeJS.ProcessEnv;
}

/** Connects for as long as it is used. */
export async function withDatabaseOf<Result>(
  { service, appName, environment }: Use,
  use: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const connection = await connectToService(service, appName, environment);
  try {
    return await use(connection);
  } finally {
    await connection.close();
  }
}
