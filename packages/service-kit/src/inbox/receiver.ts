import type { Connection } from 'mongoose';
import type { Logger } from '../logging/logger.ts';
import type { VerifyRecord } from '../signing/record-signature.ts';
import type { Arrival, Place } from './arrival.ts';
import type { InboxMetrics } from './inbox-metrics.ts';
import type { Reaction } from './reaction.ts';
import type { Subscriptions } from './subscriptions.ts';

/** How long an event that cannot be applied is delivered again before it becomes a dead letter. */
export interface RetryPolicy {
  /** For what the event needs and is not known here yet. */
  readonly waitMs: number;
  /** For an event whose predecessor is missing. */
  readonly gapMs: number;
  /** Deaths of the process that make an event a suspect. */
  readonly deaths: number;
}

export const RETRY_POLICY: RetryPolicy = { waitMs: 100_000, gapMs: 2_000, deaths: 3 };

/** Which of the events that a consumer is given are its own to follow and to react to. */
export interface Duty {
  readonly follows: (arrival: Arrival) => boolean;
  /** Of what it follows. */
  readonly reactionTo: (arrival: Arrival) => Reaction | undefined;
}

/** Within a transaction: what of this place is a consumer's. */
export type DutyAt = (place: Place | null) => Promise<Duty>;

/** What all parts of one consumer share. */
export interface Receiver {
  readonly connection: Connection;
  /** The consumer's name within its service: part of every key it writes. */
  readonly consumer: string;
  /** The consumer whose proofs of what was had count here: its own, but for a catch-up the one that it reads for. */
  readonly proofsOf: string;
  /** A redriven letter is what others wait behind: it waits for nobody. */
  readonly redrives?: boolean;
  /** Catch-ups whose cursors stand for this consumer's own where it has none. */
  readonly adopts: readonly string[];
  readonly dutyAt: DutyAt;
  /** Whether how far it comes is noted also where nothing concerns it. */
  readonly notesPlaces: boolean;
  readonly subscriptions: Subscriptions;
  readonly verify: VerifyRecord;
  readonly logger: Logger;
  readonly metrics: InboxMetrics;
  readonly retryPolicy: RetryPolicy;
}

/** Whether a reaction may have had its effect by another consumer, whatever the cursor says: a catch-up and its taker. */
export function checksProofs({ consumer, proofsOf, adopts }: Receiver): boolean {
  return consumer !== proofsOf || adopts.length > 0;
}
