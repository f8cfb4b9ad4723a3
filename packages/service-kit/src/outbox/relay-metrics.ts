import { Counter, type Registry } from 'prom-client';
import { scrapedGauge } from '../loops/scraped-gauge.ts';
import type { Backlog } from './backlog.ts';

export interface RelayMetrics {
  readonly published: Counter;
}

/** The backlog is read when it is scraped, so it is right in every process, also in one that is not leading. */
export function relayMetrics(metrics: Registry, backlog: () => Promise<Backlog>): RelayMetrics {
  scrapedGauge({
    metrics,
    name: 'outbox_waiting',
    help: 'Facts that wait to be published',
    read: async () => [{ value: (await backlog()).rows }],
  });
  scrapedGauge({
    metrics,
    name: 'outbox_oldest_seconds',
    help: 'Age of the oldest fact that waits to be published',
    read: async () => [{ value: (await backlog()).oldestSeconds }],
  });
  const published = new Counter({
    name: 'outbox_published_total',
    help: 'Facts published and marked by this process',
    registers: [metrics],
  });
  return { published };
}
