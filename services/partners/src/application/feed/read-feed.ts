import type { EventEnvelope } from '@qianshou/events';
import type { Actor } from '@qianshou/kernel';
import type { LogPlace } from '../../domain/feed/log-places.ts';
import { seenBy, type Selection } from '../../domain/feed/selection.ts';
import { reachOfReader } from '../standing/partner-standing.ts';
import type { FeedDeps } from './ports.ts';
import { startOf } from './start-of.ts';

export interface FeedQuestion {
  readonly actor: Actor;
  readonly selection: Selection;
  /** From the beginning where it is null. */
  readonly after: LogPlace | null;
  readonly limit: number;
}

export interface SeenEvent {
  readonly position: LogPlace;
  readonly event: EventEnvelope;
}

export interface FeedPage {
  readonly events: readonly SeenEvent[];
  /** Where to go on from. It moves on also where nothing was to be seen. */
  readonly position: LogPlace;
  readonly hasMore: boolean;
}

const AT_ONCE = 500;
/** So many entries are looked through for one page, seen or not. */
const MOST_LOOKED_AT = 5_000;

export const readFeed =
  ({ feed, standings }: FeedDeps) =>
  async ({ actor, selection, after, limit }: FeedQuestion): Promise<FeedPage> => {
    const reach = await reachOfReader({ standings })(actor);
    const start = await startOf(feed, after);
    const { epoch } = start;
    let { seq } = start;
    const events: SeenEvent[] = [];
    for (let lookedAt = 0; lookedAt < MOST_LOOKED_AT; lookedAt += AT_ONCE) {
      const entries = await feed.read(seq, AT_ONCE);
      for (const entry of entries) {
        if (events.length === limit) return { events, position: { epoch, seq }, hasMore: true };
        ({ seq } = entry);
        const event = seenBy(reach, selection, entry.event);
        if (event !== null) events.push({ position: { epoch, seq }, event });
      }
      if (entries.length < AT_ONCE) return { events, position: { epoch, seq }, hasMore: false };
    }
    return { events, position: { epoch, seq }, hasMore: true };
  };
