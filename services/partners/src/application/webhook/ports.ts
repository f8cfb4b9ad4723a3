import type { Page, PageRequest, Repository } from '@qianshou/kernel';
import type { EndpointId } from '../../domain/ids.ts';
import type { EndpointEvent, WebhookEndpoint } from '../../domain/webhook/endpoint.ts';
import type { Waiting } from '../../domain/webhook/turns.ts';

export interface Endpoints extends Repository<EndpointId, WebhookEndpoint, EndpointEvent> {
  /** Those of one owner, or of all; never what was removed. */
  readonly list: (owner: string | null, page: PageRequest) => Promise<Page<WebhookEndpoint>>;
  readonly countOf: (owner: string) => Promise<number>;
  /** Those that are called now: with events, or with their challenge. */
  readonly toCall: () => Promise<readonly WebhookEndpoint[]>;
}

export interface Attempt {
  readonly at: Date;
  /** Null where no answer came. */
  readonly status: number | null;
  readonly milliseconds: number;
  readonly said: string;
}

export type DeliveryKind = 'EVENT' | 'TEST' | 'CHALLENGE' | 'NOTICE';
export type DeliveryStatus = 'DUE' | 'DELIVERED' | 'SKIPPED';

export interface Delivery extends Waiting {
  readonly endpointId: EndpointId;
  readonly kind: DeliveryKind;
  readonly eventId: string;
  readonly type: string;
  readonly status: DeliveryStatus;
  /** Since it was last taken up. */
  readonly tries: number;
  readonly attempts: readonly Attempt[];
  /** Of a notice: what it says. */
  readonly about?: Readonly<Record<string, unknown>> | null;
}

/** What became of an endpoint's deliveries, as long as they are kept. */
export interface Usage {
  readonly delivered: number;
  readonly waiting: number;
  readonly skipped: number;
  readonly attempts: number;
  readonly failedAttempts: number;
  readonly lastDeliveredAt: Date | null;
  /** Tries of what was tried most often and still waits. */
  readonly mostTries: number;
}

/** How far an endpoint's deliveries were made of the feed; each replay begins another round. */
export interface Cursor {
  readonly seq: number;
  readonly round: number;
}

export interface CursorMove {
  /** Where it was read; null: wherever it stands. */
  readonly from: Cursor | null;
  readonly to: Cursor;
}

export interface Deliveries {
  readonly cursorOf: (endpointId: EndpointId) => Promise<Cursor>;
  /** What waits, oldest first. */
  readonly waiting: (endpointId: EndpointId) => Promise<readonly Delivery[]>;
  /**
   * In one transaction: what is there already is not made again. Nothing is made, and false answered, where the cursor
   * was moved since it was read: a replay has begun meanwhile.
   */
  readonly make: (
    endpointId: EndpointId,
    deliveries: readonly Delivery[],
    move: CursorMove | null,
  ) => Promise<boolean>;
  readonly note: (delivery: Delivery, attempt: Attempt, next: Settled) => Promise<void>;
  /** All that waits is due now, as if it had never been tried. */
  readonly takeUp: (endpointId: EndpointId, now: Date) => Promise<void>;
  /** What waits, or one of it. */
  readonly skip: (endpointId: EndpointId, id?: string) => Promise<void>;
  readonly list: (endpointId: EndpointId, page: PageRequest) => Promise<Page<Delivery>>;
  readonly usageOf: (endpointIds: readonly EndpointId[]) => Promise<readonly Usage[]>;
  readonly countsWaiting: (endpointIds: readonly EndpointId[]) => Promise<readonly number[]>;
}

export interface Settled {
  readonly status: DeliveryStatus;
  readonly dueAt: Date;
  readonly tries: number;
}
