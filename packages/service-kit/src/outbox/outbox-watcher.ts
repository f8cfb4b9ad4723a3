import type { Connection } from 'mongoose';
import { createWakeUp, pauseUnlessAborted } from '../lease/wake-up.ts';
import type { Pulse } from '../loops/pulse.ts';

export interface OutboxWatcher {
  /** Waits until something happened in the outbox, for at most the given time. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly close: () => void;
}

/** What happens to a fact: it is written, then it is given its place in the log. */
export type OutboxHappening = 'insert' | 'update';

const REOPEN_AFTER_MS = 1_000;

/**
 * A change stream that only says "look now". Whoever waits reads the truth from the collection, also without being woken:
 * a stream that breaks loses nothing but speed, and is opened anew without a token. All watchers of a process share one
 * stream, since every stream makes the database read along with everything that is written.
 */
export function watchOutbox(connection: Connection, happening: OutboxHappening): OutboxWatcher {
  const watch = sharedWatchOf(connection);
  const wakeUp = createWakeUp();
  watch.join(happening, wakeUp.signal);
  return { wait: wakeUp.wait, close: () => watch.leave(happening, wakeUp.signal) };
}

/** Shows to operators whether the stream of this process stands. Nothing is lost without it, but speed. */
export function showOutboxWatch(connection: Connection, pulse: Pulse): void {
  sharedWatchOf(connection).pulse = pulse;
}

interface SharedWatch {
  pulse: Pulse | null;
  readonly join: (happening: OutboxHappening, wake: () => void) => void;
  readonly leave: (happening: OutboxHappening, wake: () => void) => void;
}

const watches = new WeakMap<Connection, SharedWatch>();

function sharedWatchOf(connection: Connection): SharedWatch {
  const known = watches.get(connection);
  if (known !== undefined) return known;
  const watch = openSharedWatch(connection);
  watches.set(connection, watch);
  return watch;
}

/**
 * Listens as long as somebody waits. The end of listening is never waited for: a stream that is closed while it
 * resumes may not end before the next event, and nobody needs to know.
 */
function openSharedWatch(connection: Connection): SharedWatch {
  const waiters = { insert: new Set<() => void>(), update: new Set<() => void>() };
  let closing = new AbortController();
  const wakeAll = (happening: OutboxHappening): void => {
    for (const wake of waiters[happening]) wake();
  };
  const waiting = (): number => waiters.insert.size + waiters.update.size;
  const watch: SharedWatch = {
    pulse: null,
    join: (happening, wake) => {
      if (waiting() === 0) {
        closing = new AbortController();
        void listen(connection, { closing: closing.signal, wakeAll, watch });
      }
      waiters[happening].add(wake);
    },
    leave: (happening, wake) => {
      waiters[happening].delete(wake);
      if (waiting() > 0) return;
      closing.abort();
      watch.pulse?.rest();
    },
  };
  return watch;
}

interface Listening {
  readonly closing: AbortSignal;
  readonly wakeAll: (happening: OutboxHappening) => void;
  readonly watch: Pick<SharedWatch, 'pulse'>;
}

async function listen(connection: Connection, listening: Listening): Promise<void> {
  const { closing, watch } = listening;
  while (!closing.aborted) {
    await listenOnce(connection, listening).catch((error: unknown) => {
      if (!closing.aborted) watch.pulse?.failed(error, 'the watch of the outbox broke');
      return pauseUnlessAborted(REOPEN_AFTER_MS, closing);
    });
  }
}

/** A stream that stands says nothing while nothing is written: that is seen by asking it. */
const SEEN_EVERY_MS = 5_000;

/** Until the stream breaks or closes. What it would have said meanwhile is found by looking. */
async function listenOnce(connection: Connection, { closing, wakeAll, watch }: Listening): Promise<void> {
  const stream = connection
    .collection('outbox')
    .watch<object, { operationType: OutboxHappening }>([
      { $match: { operationType: { $in: ['insert', 'update'] } } },
      { $project: { _id: 1, operationType: 1 } },
    ]);
  const close = (): void => void stream.close().catch(() => undefined);
  const seen = setInterval(() => stream.closed || watch.pulse?.beat(), SEEN_EVERY_MS);
  closing.addEventListener('abort', close, { once: true });
  try {
    for await (const { operationType } of stream) wakeAll(operationType);
  } finally {
    clearInterval(seen);
    closing.removeEventListener('abort', close);
    close();
  }
}
