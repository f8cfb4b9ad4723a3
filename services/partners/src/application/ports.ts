import type { Clock, NewId, UnitOfWork } from '@qianshou/kernel';
import type { LogPlace } from '../domain/feed/log-places.ts';
import type { WebhookEndpoint } from '../domain/webhook/endpoint.ts';
import type { FeedLog } from './feed/ports.ts';
import type { Standings } from './standing/ports.ts';
import type { Deliveries, Delivery, Endpoints } from './webhook/ports.ts';

export interface Ports {
  readonly feed: FeedLog;
  readonly endpoints: Endpoints;
  readonly deliveries: Deliveries;
  readonly standings: Standings;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly newId: NewId;
  /** 0 to 1, anew at each call. */
  readonly chance: () => number;
  /** Of the key that secrets are made of today. */
  readonly secretKeyId: () => string;
  /** For the receiver alone. */
  readonly secretOf: (endpoint: WebhookEndpoint) => string;
  /** A delivery as a line of a shell, signed now; null where it is not told any more. */
  readonly curlOf: (endpoint: WebhookEndpoint, delivery: Delivery) => Promise<string | null>;
  readonly publicKeys: () => readonly string[];
  /** @throws for what is no position of ours. */
  readonly readPosition: (token: string) => LogPlace;
  /** Whether a receiver on this machine may be called: on a developer's alone. */
  readonly allowsLoopback: boolean;
}
