import { setTimeout as pause } from 'node:timers/promises';
import { TOPICS } from '@qianshou/events';
import type { Registry } from 'prom-client';
import type { Broker } from '../kafka/broker.ts';
import type { Logger } from '../logging/logger.ts';
import { createPulse, type Pulse } from '../loops/pulse.ts';
import { scrapedGauge } from '../loops/scraped-gauge.ts';

export interface BrokerWatchOptions {
  readonly broker: Broker;
  readonly logger: Logger;
  readonly metrics: Registry;
  /** For tests that wait for a look. */
  readonly lookEveryMs?: number;
}

export interface BrokerWatch {
  readonly pulse: Pulse;
  /** Topics that were there and are gone. They are not made anew unasked: their history would seem to be there. */
  readonly missing: () => readonly string[];
  readonly stop: () => Promise<void>;
}

const ENSURE_EVERY_MS = 1_000;
const LOOK_EVERY_MS = 10_000;

/** Makes the topics as soon as the broker is there, and then watches that it stays and that they do. */
export function watchBroker(options: BrokerWatchOptions): BrokerWatch {
  const { broker, logger, metrics, lookEveryMs = LOOK_EVERY_MS } = options;
  const stopping = new AbortController();
  const pulse = createPulse({ name: 'broker', logger, metrics });
  let ensured = false;
  let missing: readonly string[] = [];

  const turn = async (): Promise<void> => {
    if (!ensured) await broker.ensureTopics(TOPICS);
    ensured = true;
    const there = new Set(await broker.listTopics());
    missing = TOPICS.map(({ name }) => name).filter((name) => !there.has(name));
    pulse.beat();
  };

  const watching = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await turn().catch((error: unknown) => pulse.failed(error, 'the broker could not be asked'));
      const wait = ensured ? lookEveryMs : ENSURE_EVERY_MS;
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };

  showMissing(metrics, () => missing);
  const done = watching();
  return {
    pulse,
    missing: () => missing,
    stop: async () => {
      stopping.abort();
      // A broker that is away would hold up the end with its own deadlines: nothing is lost by leaving.
      await Promise.race([done, pause(1_000)]);
    },
  };
}

function showMissing(metrics: Registry, missing: BrokerWatch['missing']): void {
  scrapedGauge({
    metrics,
    name: 'kafka_topic_missing',
    help: '1 for a topic that the broker does not have',
    labelNames: ['topic'],
    read: () =>
      TOPICS.map(({ name }) => ({ labels: { topic: name }, value: missing().includes(name) ? 1 : 0 })),
  });
}
