import { randomUUIDv7 } from 'node:crypto';
import { type Connection, connectMongo } from '@qianshou/service-kit/mongo';
import { ofRun } from './run-databases.ts';

export interface FreshDatabase {
  readonly connection: Connection;
  readonly uri: string;
  readonly drop: () => Promise<void>;
}

function testMongodUri(): string {
  const server = process.env['QIANSHOU_TEST_MONGODB_URI'];
  if (server !== undefined) return server;
  throw new Error(
    'QIANSHOU_TEST_MONGODB_URI is not set. `npm test -- <filter>` starts the servers and sets it.',
  );
}

/** A database of its own on the test run's mongod: test files share the server and nothing else. */
export function freshDatabase(name: string, server = testMongodUri()): Promise<FreshDatabase> {
  // Database names are at most 63 bytes.
  return openDatabase(name, `test_${name}_${ofRun(process.ppid)}_${randomUUIDv7().slice(-12)}`, server);
}

/** One that may stand already. */
export async function openDatabase(
  name: string,
  database: string,
  server = testMongodUri(),
): Promise<FreshDatabase> {
  const url = new URL(server);
  url.pathname = `/${database}`;
  const connection = await connectMongo({ uri: url.href, appName: `test-${name}`, monitorCommands: true });
  return {
    connection,
    uri: url.href,
    drop: async () => {
      await connection.dropDatabase();
      await connection.close();
    },
  };
}
