import type { LogPlace } from '../../domain/feed/log-places.ts';
import type { FeedDeps, Places } from './ports.ts';
import { startOf } from './start-of.ts';

export interface Position {
  readonly place: LogPlace;
  /** How far the services' logs stood there. */
  readonly logs: Places;
}

/** Where the feed stands: whatever is asked of the services from now on holds all that it has told. */
export const positionNow =
  ({ feed }: Pick<FeedDeps, 'feed'>) =>
  async (): Promise<Position> => {
    const place = { epoch: await feed.epoch(), seq: await feed.end() };
    return { place, logs: await feed.placesAt(place.seq) };
  };

/** @throws for a position of another life of the feed, or of none */
export const positionAt =
  ({ feed }: Pick<FeedDeps, 'feed'>) =>
  async (asked: LogPlace): Promise<Position> => {
    const place = await startOf(feed, asked);
    return { place, logs: await feed.placesAt(place.seq) };
  };
