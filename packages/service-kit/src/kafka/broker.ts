/** One message on its way out. Messages of one batch keep their order within a key. */
export interface OutgoingMessage {
  readonly topic: string;
  readonly key: string;
  readonly value: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Where the broker put a message; the offset is null when the broker recognised a repeat and did not say. */
export interface Placement {
  readonly partition: number;
  readonly offset: string | null;
}

export interface IncomingMessage {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Messages of one partition in order. What is not resolved when the handler returns comes again. */
export interface IncomingBatch {
  readonly topic: string;
  readonly partition: number;
  readonly messages: readonly IncomingMessage[];
  /** Everything up to this offset is done. */
  readonly resolve: (offset: string) => void;
  /** Tells the group that this member is alive; to be called inside long work. */
  readonly heartbeat: () => Promise<void>;
  /** False once the partition belongs to somebody else or the consumer stops: leave the rest. */
  readonly isOurs: () => boolean;
}

/** Must not throw for a bad message: the same batch would come for ever. */
export type BatchHandler = (batch: IncomingBatch) => Promise<void>;

export interface TopicSpec {
  readonly name: string;
  readonly partitions: number;
}

export interface PartitionOffsets {
  readonly topic: string;
  readonly partition: number;
  /** The next offset that the group will read. */
  readonly committed: bigint;
  /** The offset that the next message will get. */
  readonly end: bigint;
}

/** Told by a consumer of how it fares, whatever it is doing. */
export interface ConsumerWatch {
  /** The broker answered, with or without messages. */
  readonly fetched: () => void;
  readonly failed: (error: unknown, told: string) => void;
}

export interface RunningConsumer {
  readonly stop: () => Promise<void>;
}

/** The broker takes no batch of this size. Nothing of it arrived. */
export class BatchTooLargeError extends Error {
  override readonly name = 'BatchTooLargeError';
}

/** All that the platform asks of a broker: nothing that another client than kafkajs could not do. */
export interface Broker {
  /**
   * Sends one batch and waits until all in-sync replicas hold it. One call at a time: concurrent sends of an
   * idempotent kafkajs producer lose acknowledged messages. A failure leaves it open which messages arrived.
   */
  readonly publish: (messages: readonly OutgoingMessage[]) => Promise<readonly Placement[]>;
  /** Joins in the background, and again whenever it falls out: a broker that is away is waited for. */
  readonly start: (
    group: string,
    topics: readonly string[],
    handle: BatchHandler,
    watch: ConsumerWatch,
  ) => RunningConsumer;
  /** Creates what is missing; changes nothing that exists. */
  readonly ensureTopics: (topics: readonly TopicSpec[]) => Promise<void>;
  readonly listTopics: () => Promise<readonly string[]>;
  readonly offsets: (group: string, topics: readonly string[]) => Promise<readonly PartitionOffsets[]>;
  /** Lets a stopped group read its topics from the start again. */
  readonly rewind: (group: string, topics: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
}
