import type { KnownEvent } from '@qianshou/events';

/** How far a partition of a log was read: the offset that comes next. */
export interface LogPlace {
  readonly topic: string;
  readonly partition: number;
  readonly next: bigint;
}

/** What a stretch of a partition holds, in order, of what is read at all. */
export interface LogPart extends LogPlace {
  readonly events: readonly KnownEvent[];
  /** When the last record of the stretch was told; null where none could be read. */
  readonly toldUpTo: Date | null;
}

/**
 * Who reads whole logs and keeps, together with what is made of them, how far was read. Unlike a consumer it needs no
 * inbox: what it keeps is thrown away and read anew.
 */
export interface LogReader {
  readonly topics: readonly string[];
  /** Types that are of no use are passed over unread. */
  readonly reads: (type: string) => boolean;
  /** Of what is kept now: under another name the logs are read from their beginning. */
  readonly epoch: () => Promise<string>;
  readonly places: () => Promise<readonly LogPlace[]>;
  /** All of it or nothing, places included. */
  readonly take: (parts: readonly LogPart[]) => Promise<void>;
  readonly close: () => Promise<void>;
}
