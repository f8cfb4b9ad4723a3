import type { Connection } from 'mongoose';
import { createNudge, patience } from '../lease/nudge.ts';
import type { Pulse } from '../loops/pulse.ts';

export interface Bell {
  /** Waits until something happened in the outbox, for at most the given time. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly close: () => void;
}

/** What happens to a fact: it is written, then it is given its place in the log. */
export type OutboxHappening = 'insert' | 'update';

const REOPEN_AFTER_MS = 1_000;

/**
 * A change stream that only says "look now". Whoever waits reads the truth from the collection, also without a ring:
 * a stream that breaks loses nothing but speed, and is opened anew without a token. All bells of a process hang on one
 * stream, since every stream makes the database read along with everything that is written.
 */
export function outboxBell(connection: Connection, happening: OutboxHappening): Bell {
  const tower = towerOf(connection);
  const nudge = createNudge();
  tower.hang(happening, nudge.ring);
  return { wait: nudge.wait, close: () => tower.takeDown(happening, nudge.ring) };
}

/** Shows to operators whether the stream of this process stands. Nothing is lost without it, but speed. */
export function showBell(connection: Connection, pulse: Pulse): void {
  towerOf(connection).pulse = pulse;
}

interface Tower {
  pulse: Pulse | null;
  readonly hang: (happening: OutboxHappening, ring: () => void) => void;
  readonly takeDown: (happening: OutboxHappening, ring: () => void) => void;
}

const towers = new WeakMap<Connection, Tower>();

function towerOf(connection: Connection): Tower {
  const standing = towers.get(connection);
  if (standing !== undefined) return standing;
  const tower = buildTower(connection);
  towers.set(connection, tower);
  return tower;
}

/**
 * Listens as long as a bell hangs in it. The end of listening is never waited for: a stream that is closed while it
 * resumes may not end before the next event, and nobody needs to know.
 */
function buildTower(connection: Connection): Tower {
  const bells = { insert: new Set<() => void>(), update: new Set<() => void>() };
  let closing = new AbortController();
  const ringAll = (happening: OutboxHappening): void => {
    for (const ring of bells[happening]) ring();
  };
  const hanging = (): number => bells.insert.size + bells.update.size;
  const tower: Tower = {
    pulse: null,
    hang: (happening, ring) => {
      if (hanging() === 0) {
        closing = new AbortController();
        void listen(connection, { closing: closing.signal, ringAll, tower });
      }
      bells[happening].add(ring);
    },
    takeDown: (happening, ring) => {
      bells[happening].delete(ring);
      if (hanging() > 0) return;
      closing.abort();
      tower.pulse?.rest();
    },
  };
  return tower;
}

interface Listening {
  readonly closing: AbortSignal;
  readonly ringAll: (happening: OutboxHappening) => void;
  readonly tower: Pick<Tower, 'pulse'>;
}

async function listen(connection: Connection, listening: Listening): Promise<void> {
  const { closing, tower } = listening;
  while (!closing.aborted) {
    await listenOnce(connection, listening).catch((error: unknown) => {
      if (!closing.aborted) tower.pulse?.failed(error, 'the watch of the outbox broke');
      return patience(REOPEN_AFTER_MS, closing);
    });
  }
}

/** A stream that stands says nothing while nothing is written: that is seen by asking it. */
const SEEN_EVERY_MS = 5_000;

/** Until the stream breaks or closes. What it would have said meanwhile is found by looking. */
async function listenOnce(connection: Connection, { closing, ringAll, tower }: Listening): Promise<void> {
  const stream = connection
    .collection('outbox')
    .watch<object, { operationType: OutboxHappening }>([
      { $match: { operationType: { $in: ['insert', 'update'] } } },
      { $project: { _id: 1, operationType: 1 } },
    ]);
  const close = (): void => void stream.close().catch(() => undefined);
  const seen = setInterval(() => stream.closed || tower.pulse?.beat(), SEEN_EVERY_MS);
  closing.addEventListener('abort', close, { once: true });
  try {
    for await (const { operationType } of stream) ringAll(operationType);
  } finally {
    clearInterval(seen);
    closing.removeEventListener('abort', close);
    close();
  }
}
