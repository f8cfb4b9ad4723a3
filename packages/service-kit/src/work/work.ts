import { GivenUp } from './given-up.ts';
import { lanesOf } from './lanes.ts';
import { type Turns, turnsOf } from './turns.ts';

/** What is done for one request, as long as somebody waits for it. */
export interface Work {
  /** Aborted when the time is over, or when who asked has closed the connection. */
  readonly signal: AbortSignal;
  /** Milliseconds that are left; at least one, because a database takes none for no bound. */
  readonly remaining: () => number;
  readonly turns: Turns;
  /** Waits until the request may read once more, and returns how to say that it has read. */
  readonly toRead: () => Promise<() => void>;
}

export interface WorkAtHand extends Work {
  readonly giveUp: () => void;
  /** The answer is sent. */
  readonly end: () => void;
}

/** A clock that is far off must not keep work for hours. */
const LONGEST_MS = 60_000;

/** Of the connections to the database, so many are one request's at a time. */
const READS_AT_ONCE = 8;

export function beginWork(deadline: number): WorkAtHand {
  const controller = new AbortController();
  const { signal } = controller;
  const giveUp = (): void => controller.abort(new GivenUp());
  const left = (): number => Math.min(deadline - Date.now(), LONGEST_MS);
  const reads = lanesOf({ inAll: READS_AT_ONCE, perCaller: READS_AT_ONCE });
  const timer = setTimeout(giveUp, Math.max(left(), 0));
  return {
    signal,
    remaining: () => Math.max(Math.ceil(left()), 1),
    turns: turnsOf(signal),
    toRead: () => reads.take('', signal),
    giveUp,
    end: () => clearTimeout(timer),
  };
}

/** What comes first: the answer, or GivenUp. */
export async function untilGivenUp<Result>({ signal }: Work, body: () => Promise<Result>): Promise<Result> {
  signal.throwIfAborted();
  const over = Promise.withResolvers<never>();
  const stop = (): void => over.reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([body(), over.promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
