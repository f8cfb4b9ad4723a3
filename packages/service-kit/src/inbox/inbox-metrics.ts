import type { Connection } from 'mongoose';
import { Counter, Histogram, type Registry } from 'prom-client';
import type { PartitionOffsets } from '../kafka/broker.ts';
import { type Sample, scrapedGauge } from '../loops/scraped-gauge.ts';
import { inboxCollections } from './documents.ts';

export interface InboxMetrics {
  readonly outcomes: Counter<'consumer' | 'outcome'>;
  readonly unknown: Counter<'consumer' | 'type'>;
  readonly delay: Histogram<'consumer'>;
  /** The consumers whose fetches and lag are shown as long as they run, by name. */
  readonly shown: Map<string, ShownConsumer>;
  /** Partitions that catch-ups have not handed over yet, by the catch-up's name. */
  readonly catchingUp: Map<string, number>;
}

export interface ShownConsumer {
  /** When the broker last answered it; null before the first time. */
  readonly fetchedAt: () => number | null;
  readonly offsets: () => Promise<readonly PartitionOffsets[]>;
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
    shown: new Map(),
    catchingUp: new Map(),
  };
  perRegistry.set(metrics, made);
  deadLetterGauge(metrics, connection);
  conflictGauge(metrics, connection);
  fetchGauge(metrics, made.shown);
  lagGauge(metrics, made.shown);
  catchUpGauge(metrics, made.catchingUp);
  return made;
}

function deadLetterGauge(metrics: Registry, connection: Connection): void {
  const { deadLetters } = inboxCollections(connection);
  scrapedGauge({
    metrics,
    name: 'inbox_dead_letters',
    help: 'Events that wait for an operator',
    labelNames: ['status'],
    read: () =>
      Promise.all(
        (['DEAD', 'PARKED'] as const).map(async (status) => ({
          labels: { status },
          value: await deadLetters.countDocuments({ status }),
        })),
      ),
  });
}

function conflictGauge(metrics: Registry, connection: Connection): void {
  const { deadLetters } = inboxCollections(connection);
  scrapedGauge({
    metrics,
    name: 'inbox_conflicts',
    help: 'Events beside others of the same place in the log: its history was forged, or put back from a copy',
    read: async () => [{ value: await deadLetters.countDocuments({ reason: 'CONFLICT' }) }],
  });
}

function fetchGauge(metrics: Registry, shown: ReadonlyMap<string, ShownConsumer>): void {
  const startedAt = Date.now();
  scrapedGauge({
    metrics,
    name: 'inbox_last_fetch_seconds',
    help: 'Since the broker last answered the consumer, with or without events',
    labelNames: ['consumer'],
    read: () =>
      [...shown].map(([consumer, { fetchedAt }]) => ({
        labels: { consumer },
        value: (Date.now() - (fetchedAt() ?? startedAt)) / 1_000,
      })),
  });
}

function lagGauge(metrics: Registry, shown: ReadonlyMap<string, ShownConsumer>): void {
  scrapedGauge({
    metrics,
    name: 'inbox_lag',
    help: 'Events in the topic that the consumer has not settled',
    labelNames: ['consumer', 'topic'],
    read: async () => {
      const lags = [...shown].map(async ([consumer, { offsets }]) => lagsOf(consumer, await offsets()));
      return (await Promise.all(lags)).flat();
    },
  });
}

function catchUpGauge(metrics: Registry, catchingUp: ReadonlyMap<string, number>): void {
  scrapedGauge({
    metrics,
    name: 'inbox_catch_up_partitions',
    help: 'Partitions that reactions added later have not handed over yet; absent when nothing is caught up with',
    labelNames: ['consumer'],
    read: () => [...catchingUp].map(([consumer, value]) => ({ labels: { consumer }, value })),
  });
}

function lagsOf(consumer: string, offsets: readonly PartitionOffsets[]): readonly Sample[] {
  return [...Map.groupBy(offsets, ({ topic }) => topic)].map(([topic, partitions]) => ({
    labels: { consumer, topic },
    value: partitions.reduce((lag, { committed, end }) => lag + Number(end - committed), 0),
  }));
}
