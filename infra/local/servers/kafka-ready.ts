import { setTimeout as sleep } from 'node:timers/promises';
import { kafkaBroker, type Broker } from '@qianshou/service-kit/kafka';
import { createLogger } from '@qianshou/service-kit/logging';
import { lastLines, type Child } from './child.ts';
import { answers } from './ports.ts';

const PATIENCE_MS = 180_000;

/** An open port is not a broker yet: it is ready when it lists its topics. */
export async function brokerListsTopics(child: Child, brokers: string): Promise<void> {
  const port = Number(brokers.split(':').at(-1));
  const client = patientClient(brokers);
  try {
    for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
      if (!child.isRunning()) throw new Error(`Kafka ended while starting:\n${lastLines(child.logFile)}`);
      if ((await answers(port)) && (await listsTopics(client))) return;
      await sleep(50);
    }
  } finally {
    await client.close();
  }
  throw new Error(`Kafka was not ready within ${PATIENCE_MS / 1000} seconds:\n${lastLines(child.logFile)}`);
}

function patientClient(brokers: string): Broker {
  return kafkaBroker({
    brokers: brokers.split(','),
    clientId: 'qianshou-local',
    replicationFactor: 1,
    logger: createLogger({ service: 'local', level: 'silent' }),
  });
}

function listsTopics(client: Broker): Promise<boolean> {
  return client.listTopics().then(
    () => true,
    () => false,
  );
}
