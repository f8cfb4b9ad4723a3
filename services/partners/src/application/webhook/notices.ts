import { DELAYS } from '../../domain/webhook/retry-schedule.ts';
import type { DisabledReason, WebhookEndpoint } from '../../domain/webhook/endpoint.ts';
import type { Ports } from '../ports.ts';
import type { Delivery } from './ports.ts';

type Deps = Pick<Ports, 'deliveries' | 'endpoints'>;

/** Tries of one event after which its owner is told, in percent of those after which the endpoint is disabled. */
const TOLD_AT: ReadonlyMap<number, number> = new Map(
  [50, 70, 90].map((percent) => [Math.ceil((percent * DELAYS.length) / 100), percent]),
);

/** How far on its way to being disabled an endpoint is whose oldest event was tried so often. */
export function wayToDisabled(tries: number): number {
  return Math.min(100, Math.round((100 * tries) / DELAYS.length));
}

export type Notice =
  | { readonly type: 'endpoint-failing'; readonly percent: number }
  | { readonly type: 'endpoint-disabled'; readonly reason: DisabledReason };

export function noticeOf(tries: number): Notice | null {
  const percent = TOLD_AT.get(tries);
  return percent === undefined ? null : { type: 'endpoint-failing', percent };
}

/** Tells the owner by their other endpoints, once a day of each kind. */
export async function tellOwner(
  { deliveries, endpoints }: Deps,
  { id, owner }: WebhookEndpoint,
  { type, ...said }: Notice,
  at: Date,
): Promise<void> {
  const { items } = await endpoints.list(owner, { first: 20, after: null });
  const others = items
    .map(({ node }) => node)
    .filter((other) => other.id !== id && other.status === 'ACTIVE');
  if (others.length === 0) return;
  const eventId = ['notice', id, type, ...Object.values(said), at.toISOString().slice(0, 10)].join('-');
  const notices = others.map((other): Delivery => ({
    id: `${other.id}/${eventId}`,
    endpointId: other.id,
    kind: 'NOTICE',
    eventId,
    type: `qianshou.partners.${type}.v1`,
    subject: `endpoint/${id}`,
    seq: 0,
    dueAt: at,
    status: 'DUE',
    tries: 0,
    attempts: [],
    about: { endpointId: id, ...said },
  }));
  await deliveries.make(id, notices, null);
}
