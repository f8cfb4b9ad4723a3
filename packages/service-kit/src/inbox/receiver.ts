import type { Connection } from 'mongoose';
import type { Logger } from '../logging/index.ts';
import type { VerifyRecord } from '../signing/index.ts';
import type { InboxMetrics } from './inbox-metrics.ts';
import type { Subscriptions } from './subscriptions.ts';

/** How long an event that cannot be applied is delivered again before it becomes a dead letter. */
export interface Patience {
  /** For what the event needs and is not known here yet. */
  readonly waitMs: number;
  /** For an event whose predecessor is missing. */
  readonly gapMs: number;
  /** Deaths of the process that make an event a suspect. */
  readonly deaths: number;
}

export const PATIENCE: Patience = { waitMs: 100_000, gapMs: 2_000, deaths: 3 };

/** What all parts of one consumer share. */
export interface Receiver {
  readonly connection: Connection;
  /** The consumer's name within its service: part of every key it writes. */
  readonly consumer: string;
  readonly subscriptions: Subscriptions;
  readonly verify: VerifyRecord;
  readonly logger: Logger;
  readonly metrics: InboxMetrics;
  readonly patience: Patience;
}
