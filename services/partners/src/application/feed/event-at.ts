import type { LogPlace } from '../../domain/feed/log-places.ts';
import { seenBy } from '../../domain/feed/selection.ts';
import { reachNow } from '../../domain/standing/standing.ts';
import type { WebhookEndpoint } from '../../domain/webhook/endpoint.ts';
import type { FeedDeps, FeedEntry } from './ports.ts';

export interface PlacedEvent {
  readonly event: FeedEntry['event'];
  readonly place: LogPlace;
}

/** An event of the feed by its place, as an endpoint may be told of it now; null where it may not. */
export const eventAt =
  ({ feed, standings }: FeedDeps) =>
  async (
    seq: number,
    { owner, reach, types, regionCode: region }: WebhookEndpoint,
  ): Promise<PlacedEvent | null> => {
    const [[entry], [standing = null]] = await Promise.all([
      feed.read(seq - 1, 1),
      standings.findMany([owner]),
    ]);
    if (entry === undefined) return null;
    const event = seenBy(reachNow(standing, { regions: reach }), { types, region }, entry.event);
    return event === null ? null : { event, place: { epoch: await feed.epoch(), seq } };
  };
