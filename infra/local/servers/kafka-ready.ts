import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastLines, type Child } from './child.ts';
import { answers } from './ports.ts';

const PATIENCE_MS = 60_000;

/** An open port is not a broker yet: it is ready when it says so and answers. */
export async function brokerListsTopics(child: Child, brokers: string): Promise<void> {
  const port = Number(brokers.split(':').at(-1));
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    if (!child.isRunning()) throw new Error(`Kafka ended while starting:\n${lastLines(child.logFile)}`);
    if (saysReady(child.logFile) && (await answers(port))) return;
    await sleep(50);
  }
  throw new Error(`Kafka was not ready within ${PATIENCE_MS / 1000} seconds:\n${lastLines(child.logFile)}`);
}

function saysReady(logFile: string): boolean {
  return readFileSync(logFile, 'utf8').includes('Kafka Server started');
}
