import type { EventEnvelope } from '@qianshou/events';
import { FIRST_EPOCH } from '../signing/record-signature.ts';

/** An event as it came. */
export interface Arrival {
  readonly event: EventEnvelope;
  /** The life of its owner's log in which it was sent. */
  readonly epoch: number;
  /** Where it lay in its partition; null when it did not come through the broker. */
  readonly offset: bigint | null;
}

/** A part of a partition: from its beginning up to, and without, `next`. */
export interface Place {
  readonly topic: string;
  readonly partition: number;
  readonly next: bigint;
}

export function arrivalOf(event: EventEnvelope, epoch = FIRST_EPOCH): Arrival {
  return { event, epoch, offset: null };
}
