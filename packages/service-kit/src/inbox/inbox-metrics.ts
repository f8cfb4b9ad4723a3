import type { Connection } from 'mongoose';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { inboxCollections } from './documents.ts';

export interface InboxMetrics {
  readonly outcomes: Counter<'consumer' | 'outcome'>;
  readonly unknown: Counter<'consumer' | 'type'>;
  readonly delay: Histogram<'consumer'>;
}

/** Several consumers of a process share one set and are told apart by a label. */
const perRegistry = new WeakMap<Registry, InboxMetrics>();

export function inboxMetrics(metrics: Registry, connection: Connection): InboxMetrics {
  const known = perRegistry.get(metrics);
  if (known !== undefined) return known;
  const registers = [metrics];
  const made: InboxMetrics = {
    outcomes: new Counter({
      name: 'inbox_events_total',
      help: 'Events by what became of them',
      labelNames: ['consumer', 'outcome'],
      registers,
    }),
    unknown: new Counter({
      name: 'inbox_unknown_total',
      help: 'Events of a type that this build does not know',
      labelNames: ['consumer', 'type'],
      registers,
    }),
    delay: new Histogram({
      name: 'inbox_delay_seconds',
      help: 'From the fact to its effect here',
      labelNames: ['consumer'],
      buckets: [0.01, 0.02, 0.05, 0.1, 0.5, 1, 5, 30, 300, 3_600],
      registers,
    }),
  };
  perRegistry.set(metrics, made);
  deadLetterGauge(metrics, connection);
  return made;
}

function deadLetterGauge(metrics: Registry, connection: Connection): void {
  const { deadLetters } = inboxCollections(connection);
  const gauge = new Gauge({
    name: 'inbox_dead_letters',
    help: 'Events that wait for an operator',
    labelNames: ['status'],
    registers: [metrics],
    collect: async () => {
      gauge.set({ status: 'DEAD' }, await deadLetters.countDocuments({ status: 'DEAD' }));
      gauge.set({ status: 'PARKED' }, await deadLetters.countDocuments({ status: 'PARKED' }));
    },
  });
}
