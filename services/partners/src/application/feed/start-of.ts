import type { Actor } from '@qianshou/kernel';
import { positionGone, positionUnreadable } from '../../domain/errors.ts';
import type { LogPlace } from '../../domain/feed/log-places.ts';
import { reachOfReader } from '../standing/partner-standing.ts';
import type { FeedDeps, FeedLog } from './ports.ts';

/**
 * Where reading goes on behind a position; at the beginning where it is null.
 * @throws for a position of another life of the log, or of none
 */
export async function startOf(feed: FeedLog, after: LogPlace | null): Promise<LogPlace> {
  const epoch = await feed.epoch();
  if (after === null) return { epoch, seq: 0 };
  if (after.epoch !== epoch) throw positionGone();
  if (after.seq > (await feed.end())) throw positionUnreadable();
  return after;
}

/** @throws where this caller may not read, or not from there: known before anything is told. */
export const checkFeedStart =
  ({ feed, standings }: FeedDeps) =>
  async (actor: Actor, after: LogPlace | null): Promise<void> => {
    await reachOfReader({ standings })(actor);
    await startOf(feed, after);
  };
