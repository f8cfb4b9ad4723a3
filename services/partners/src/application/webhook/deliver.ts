import type { Reach } from '../../domain/feed/reader.ts';
import { seenBy } from '../../domain/feed/selection.ts';
import { reachNow, withheldFrom } from '../../domain/standing/standing.ts';
import {
  activateEndpoint,
  disableEndpoint,
  type DisabledReason,
  type WebhookEndpoint,
} from '../../domain/webhook/endpoint.ts';
import { nextAttempt, type Verdict, verdictOn } from '../../domain/webhook/retry-schedule.ts';
import { type Notice, noticeOf, tellOwner } from './notices.ts';
import type { FeedEntry } from '../feed/ports.ts';
import type { Ports } from '../ports.ts';
import type { Attempt, Delivery } from './ports.ts';

type Deps = Pick<Ports, 'chance' | 'deliveries' | 'endpoints' | 'feed' | 'unitOfWork'>;

/** So many events wait for one endpoint at a time; the rest waits in the feed, where its cursor stands. */
const MOST_WAITING = 100;
const LOOKED_AT = 500;

/** Makes deliveries of what has come since; answers what waits, oldest first. */
export const fillDeliveries =
  ({ deliveries, feed, standings }: Pick<Ports, 'deliveries' | 'feed' | 'standings'>) =>
  async (endpoint: WebhookEndpoint, now: Date): Promise<readonly Delivery[]> => {
    const [standing = null] = await standings.findMany([endpoint.owner]);
    // Everything stands where it is until its owner is granted anew what it was registered for.
    if (withheldFrom(standing, now, endpoint.regionCode) !== null) return [];
    const reach = reachNow(standing, { regions: endpoint.reach });
    const waiting = await deliveries.waiting(endpoint.id);
    // Notices of other endpoints take no place: else those of many that fail would stop one that works.
    const room = MOST_WAITING - waiting.filter(({ kind }) => kind === 'EVENT').length;
    if (room <= 0 || endpoint.status !== 'ACTIVE') return waiting;
    const cursor = await deliveries.cursorOf(endpoint.id);
    const entries = await feed.read(cursor.seq, LOOKED_AT);
    const { made, seq } = upTo({ room, reach, after: cursor.seq }, entries, endpoint);
    if (seq === cursor.seq) return waiting;
    const fresh = made.map((entry) => deliveryOf(entry, endpoint, cursor.round, now));
    const move = { from: cursor, to: { ...cursor, seq } };
    return (await deliveries.make(endpoint.id, fresh, move)) ? [...waiting, ...fresh] : waiting;
  };

/** As many as there is room for, and how far the feed was looked through for them. */
function upTo(
  { room, reach, after }: { readonly room: number; readonly reach: Reach; readonly after: number },
  entries: readonly FeedEntry[],
  { types, regionCode: region }: WebhookEndpoint,
) {
  const made: FeedEntry[] = [];
  let seq = after;
  for (const entry of entries) {
    if (made.length === room) break;
    ({ seq } = entry);
    if (seenBy(reach, { types, region }, entry.event) !== null) made.push(entry);
  }
  return { made, seq };
}

function deliveryOf({ seq, event }: FeedEntry, { id }: WebhookEndpoint, round: number, now: Date): Delivery {
  return {
    id: `${id}/${round}/${seq}`,
    endpointId: id,
    kind: 'EVENT',
    eventId: event.id,
    type: event.type,
    subject: event.subject,
    seq,
    dueAt: now,
    status: 'DUE',
    tries: 0,
    attempts: [],
  };
}

export interface Tried {
  readonly delivery: Delivery;
  readonly attempt: Attempt;
  readonly retryAfter: number | null;
  /** Of a challenge: whether it was answered rightly. */
  readonly isAnswered: boolean;
}

/** Keeps what came of an attempt, and what follows for the endpoint. Answers whether the receiver took it. */
export const noteAttempt =
  ({ chance, deliveries, endpoints, unitOfWork }: Deps) =>
  async ({ delivery, attempt, retryAfter, isAnswered }: Tried): Promise<boolean> => {
    const verdict = isAnswered ? verdictOn(attempt.status) : 'FAILED';
    const tries = delivery.tries + 1;
    const { at } = attempt;
    const next = nextAttempt({ attempts: tries, at, chance: chance(), retryAfter });
    const isTaken = verdict === 'DELIVERED';
    const status = isTaken ? 'DELIVERED' : 'DUE';
    const reason = disabledBy(verdict, next);
    const note = () => deliveries.note(delivery, attempt, { status, tries, dueAt: next ?? at });
    // Of most attempts nothing follows: one write, and no transaction.
    if (reason === null && delivery.kind !== 'CHALLENGE') await note();
    else
      await unitOfWork.run(async () => {
        await note();
        await follow(endpoints, delivery, isTaken, reason);
      });
    const told = noticeAfter(delivery, { reason, isTaken, tries });
    if (told !== null)
      await tellOwner({ deliveries, endpoints }, await endpoints.get(delivery.endpointId), told, at);
    return isTaken;
  };

function disabledBy(verdict: Verdict, next: Date | null): DisabledReason | null {
  if (verdict === 'GONE') return 'GONE';
  return next === null && verdict !== 'DELIVERED' ? 'EXHAUSTED' : null;
}

interface Outcome {
  readonly reason: DisabledReason | null;
  readonly isTaken: boolean;
  readonly tries: number;
}

/** What the owner is to know of it. */
function noticeAfter({ kind }: Delivery, { reason, isTaken, tries }: Outcome): Notice | null {
  if (reason !== null) return { type: 'endpoint-disabled', reason };
  return isTaken || kind !== 'EVENT' ? null : noticeOf(tries);
}

/**
 * What is not told any more is not sent either, and nothing waits behind it. Where everything was withheld meanwhile it
 * waits with the rest.
 */
export const passOver =
  ({ deliveries, standings }: Pick<Ports, 'deliveries' | 'standings'>) =>
  async (endpoint: WebhookEndpoint, { id }: Pick<Delivery, 'id'>, now: Date): Promise<void> => {
    const [standing = null] = await standings.findMany([endpoint.owner]);
    if (withheldFrom(standing, now, endpoint.regionCode) === null) await deliveries.skip(endpoint.id, id);
  };

async function follow(
  endpoints: Ports['endpoints'],
  { endpointId, kind }: Delivery,
  isDelivered: boolean,
  reason: DisabledReason | null,
): Promise<void> {
  if (reason !== null) await endpoints.save(disableEndpoint(await endpoints.get(endpointId), reason));
  else if (isDelivered && kind === 'CHALLENGE')
    await endpoints.save(activateEndpoint(await endpoints.get(endpointId)));
}
