import type { Publication } from '@qianshou/events';

/** One fact on its way out of an aggregate. */
export interface OutboxEntry {
  /** As in the event catalogue, e.g. `station`. */
  readonly aggregate: string;
  readonly aggregateId: string;
  /** The aggregate's version after this fact. */
  readonly sequence: number;
  readonly publication: Publication;
}

export interface Outbox {
  /** Writes the facts within the transaction at hand. An invalid fact fails the command, not a consumer. */
  readonly append: (entries: readonly OutboxEntry[]) => Promise<void>;
}
