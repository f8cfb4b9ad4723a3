import type { Actor } from '@qianshou/kernel';
import type { LogPlace } from '../../domain/feed/log-places.ts';
import type { Selection } from '../../domain/feed/selection.ts';
import type { FeedLog } from './ports.ts';
import { readFeed, type SeenEvent } from './read-feed.ts';

export interface Following {
  readonly actor: Actor;
  readonly selection: Selection;
  readonly after: LogPlace | null;
  readonly gone: AbortSignal;
}

/** `QUIET`: nothing was seen for so long that silence should be told from a connection that is gone. */
export type Followed = SeenEvent | 'QUIET';

const QUIET_MS = 20_000;
const AT_ONCE = 100;

/** What is there, then what comes, for as long as somebody listens. */
export const followFeed = (deps: { readonly feed: FeedLog }) => {
  const read = readFeed(deps);
  return async function* follow({ gone, after, ...asked }: Following): AsyncGenerator<Followed> {
    let position = after;
    let saidAt = Date.now();
    while (!gone.aborted) {
      const page = await read({ ...asked, after: position, limit: AT_ONCE });
      yield* page.events;
      ({ position } = page);
      if (page.events.length > 0) saidAt = Date.now();
      if (page.hasMore) continue;
      await deps.feed.wait(position.seq, saidAt + QUIET_MS - Date.now(), gone);
      if (gone.aborted || Date.now() - saidAt < QUIET_MS) continue;
      yield 'QUIET';
      saidAt = Date.now();
    }
  };
};
