import type { LogPlace } from '../../domain/feed/log-places.ts';
import { disclosed } from '../../domain/feed/disclosure.ts';
import type { FeedEntry, FeedLog } from './ports.ts';

export interface PlacedEvent {
  readonly event: FeedEntry['event'];
  readonly place: LogPlace;
}

/** An event of the feed by its place, as it may be told; null where there is none. */
export const eventAt =
  ({ feed }: { readonly feed: FeedLog }) =>
  async (seq: number): Promise<PlacedEvent | null> => {
    const [entry] = await feed.read(seq - 1, 1);
    const event = entry === undefined ? null : disclosed(entry.event);
    return event === null ? null : { event, place: { epoch: await feed.epoch(), seq } };
  };
