import { Counter, Gauge, type Registry } from 'prom-client';
import type { Backlog } from './unpublished.ts';

export interface RelayMetrics {
  readonly published: Counter;
}

/** The backlog is read when it is scraped, so it is right in every process, also in one that is not leading. */
export function relayMetrics(metrics: Registry, backlog: () => Promise<Backlog>): RelayMetrics {
  const age = new Gauge({
    name: 'outbox_oldest_seconds',
    help: 'Age of the oldest fact that waits to be published',
    registers: [metrics],
  });
  const waiting = new Gauge({
    name: 'outbox_waiting',
    help: 'Facts that wait to be published',
    registers: [metrics],
    collect: async () => {
      const { rows, oldestSeconds } = await backlog();
      waiting.set(rows);
      age.set(oldestSeconds);
    },
  });
  const published = new Counter({
    name: 'outbox_published_total',
    help: 'Facts published and marked by this process',
    registers: [metrics],
  });
  return { published };
}
