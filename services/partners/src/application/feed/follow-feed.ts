import type { Actor } from '@qianshou/kernel';
import type { LogPlace } from '../../domain/feed/log-places.ts';
import type { Selection } from '../../domain/feed/selection.ts';
import type { FeedDeps } from './ports.ts';
import { type FeedPage, readFeed, type SeenEvent } from './read-feed.ts';
import { startOf } from './start-of.ts';
import { reachOfReader } from '../standing/partner-standing.ts';

export interface Following {
  readonly actor: Actor;
  readonly selection: Selection;
  readonly after: LogPlace | null;
  readonly gone: AbortSignal;
}

/** Why nothing more is told: the token has run out, or grants nothing any more. */
export interface Ended {
  readonly ended: string;
  /** Where to go on from with another token. */
  readonly position: LogPlace;
}

/** `QUIET`: nothing was seen for so long that silence should be told from a connection that is gone. */
export type Followed = SeenEvent | Ended | 'QUIET';

const QUIET_MS = 20_000;
/** How soon somebody whose grant was withdrawn is told nothing more, also while nothing happens. */
const LOOK_EVERY_MS = 1_000;
const AT_ONCE = 100;

/** What is there, then what comes, for as long as somebody listens who may. */
export const followFeed = (deps: FeedDeps) => {
  const read = readFeed(deps);
  return async function* follow({ gone, after, ...asked }: Following): AsyncGenerator<Followed> {
    const { actor } = asked;
    let position = await startOf(deps.feed, after);
    let saidAt = Date.now();
    while (!gone.aborted) {
      const page = await unlessEnded(actor, () => read({ ...asked, after: position, limit: AT_ONCE }));
      if (typeof page === 'string') return yield { ended: page, position };
      yield* page.events;
      ({ position } = page);
      if (page.events.length > 0) saidAt = Date.now();
      if (page.hasMore) continue;
      const { seq } = position;
      const ended = await waitForMore(deps, { actor, seq, until: saidAt + QUIET_MS, gone });
      if (ended !== null) return yield { ended, position };
      if (gone.aborted || Date.now() - saidAt < QUIET_MS) continue;
      yield 'QUIET';
      saidAt = Date.now();
    }
  };
};

interface Awaited {
  readonly actor: Actor;
  readonly seq: number;
  readonly until: number;
  readonly gone: AbortSignal;
}

/** Until more has come, or nothing for so long: null then, and why it ended where it did meanwhile. */
async function waitForMore(
  { feed, standings }: FeedDeps,
  { actor, seq, until, gone }: Awaited,
): Promise<string | null> {
  const reach = reachOfReader({ standings });
  while (!gone.aborted && Date.now() < until) {
    // Whoever reads it looks for themselves whether they still may.
    if (await feed.wait(seq, Math.min(LOOK_EVERY_MS, until - Date.now()), gone)) return null;
    const ended = await unlessEnded(actor, async () => void (await reach(actor)));
    if (typeof ended === 'string') return ended;
  }
  return null;
}

async function unlessEnded<Result extends FeedPage | void>(
  { token }: Actor,
  look: () => Promise<Result>,
): Promise<Result | string> {
  if (token !== undefined && token.expiresAt * 1_000 <= Date.now()) return 'TOKEN_EXPIRED';
  try {
    return await look();
  } catch (error) {
    const { kind, code } = error as { readonly kind?: string; readonly code?: string };
    if (kind === 'FORBIDDEN') return code ?? 'FORBIDDEN';
    throw error;
  }
}
