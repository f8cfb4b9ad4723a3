import type { EventEnvelope, ServiceName } from '@qianshou/events';
import type { Standings } from '../standing/ports.ts';
import type { Heard, LogPlace } from '../../domain/feed/log-places.ts';

/** A record of a service's log; its event is null where it is not told to partners. */
export interface HeardRecord {
  readonly service: ServiceName;
  /** Null for a record of before places were sent. */
  readonly place: LogPlace | null;
  readonly event: EventEnvelope | null;
}

/** An event in the hub's own log, whose places have no gaps. */
export interface FeedEntry {
  readonly seq: number;
  readonly event: EventEnvelope;
}

export type Places = Readonly<Partial<Record<ServiceName, LogPlace>>>;

export interface FeedLog {
  /** All of them in one transaction; what the log has is passed over. Answers how many are new. */
  readonly take: (records: readonly HeardRecord[]) => Promise<number>;
  /** In order, from behind a place on. */
  readonly read: (after: number, limit: number) => Promise<readonly FeedEntry[]>;
  readonly end: () => Promise<number>;
  /** How far the services' logs stood at most where the feed stood at a place; of one of which nothing was told: not. */
  readonly placesAt: (seq: number) => Promise<Places>;
  /** The life of the log: it ends when the hub's database is put back. */
  readonly epoch: () => Promise<number>;
  /** Until something stands behind the place, for at most so long; answers whether something does. */
  readonly wait: (after: number, milliseconds: number, signal: AbortSignal) => Promise<boolean>;
  /** How far each service's log was heard. */
  readonly heard: () => Promise<Readonly<Partial<Record<ServiceName, Heard>>>>;
  /** The types that were taken in so far; null before the first start. */
  readonly followedTypes: () => Promise<readonly string[] | null>;
  readonly followTypes: (types: readonly string[]) => Promise<void>;
}

/** What reading takes: the log, and who may read it now. */
export interface FeedDeps {
  readonly feed: FeedLog;
  readonly standings: Standings;
}
