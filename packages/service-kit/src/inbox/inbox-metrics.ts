import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Connection } from 'mongoose';
import { inboxCollections } from './documents.ts';

export interface InboxMetrics {
  readonly outcomes: Counter<'consumer' | 'outcome'>;
  readonly unknown: Counter<'consumer' | 'type'>;
  readonly delay: Histogram<'consumer'>;
}

/** One set per registry: several consumers of a process share it and are told apart by a label. */
export function inboxMetrics(metrics: Registry, connection: Connection): InboxMetrics {
  const registers = [metrics];
  const known = metrics.getSingleMetric('inbox_events_total');
  if (known === undefined) deadLetterGauge(metrics, connection);
  return {
    outcomes:
      (known as InboxMetrics['outcomes'] | undefined) ??
      new Counter({
        name: 'inbox_events_total',
        help: 'Events by what became of them',
        labelNames: ['consumer', 'outcome'],
        registers,
      }),
    unknown:
      (metrics.getSingleMetric('inbox_unknown_total') as InboxMetrics['unknown'] | undefined) ??
      new Counter({
        name: 'inbox_unknown_total',
        help: 'Events of a type that this build does not know',
        labelNames: ['consumer', 'type'],
        registers,
      }),
    delay:
      (metrics.getSingleMetric('inbox_delay_seconds') as InboxMetrics['delay'] | undefined) ??
      new Histogram({
        name: 'inbox_delay_seconds',
        help: 'From the fact to its effect here',
        labelNames: ['consumer'],
        buckets: [0.01, 0.02, 0.05, 0.1, 0.5, 1, 5, 30, 300, 3_600],
        registers,
      }),
  };
}

function deadLetterGauge(metrics: Registry, connection: Connection): void {
  const gauge = new Gauge({
    name: 'inbox_dead_letters',
    help: 'Events that wait for an operator',
    labelNames: ['status'],
    registers: [metrics],
    collect: async () => {
      const { deadLetters } = inboxCollections(connection);
      for (const status of ['DEAD', 'PARKED'] as const) {
        gauge.set({ status }, await deadLetters.countDocuments({ status }));
      }
    },
  });
}
