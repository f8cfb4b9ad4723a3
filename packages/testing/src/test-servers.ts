import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kafka, type Mongod, serversFolder, startKafka, startMongod } from '@qianshou/infra/servers';

/** The brokers that `npm test` started for the run. */
export function testBrokers(): readonly string[] {
  const brokers = process.env['QIANSHOU_TEST_KAFKA_BROKERS'];
  if (brokers === undefined) {
    throw new Error(
      'QIANSHOU_TEST_KAFKA_BROKERS is not set. `npm test -- <filter>` starts the servers and sets it.',
    );
  }
  return brokers.split(',');
}

/** Servers of one test file, to be killed and started again without harm to others. */
export interface PrivateServers {
  readonly mongod: Mongod;
  readonly kafka: Kafka;
  readonly end: () => Promise<void>;
}

export async function privateServers(): Promise<PrivateServers> {
  const dir = await serversFolder('qianshou-test-');
  const [mongod, kafka] = await Promise.all([
    startMongod({ dir: join(dir, 'mongod') }),
    startKafka({ dir: join(dir, 'kafka') }),
  ]);
  return {
    mongod,
    kafka,
    end: async () => {
      await Promise.all([mongod.kill9(), kafka.kill9()]);
      await rm(dir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
