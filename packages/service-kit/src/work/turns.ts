import { setImmediate as nextRound } from 'node:timers/promises';

export interface Turns {
  /** Runs the step now, or once the other requests have had a round; never, where the work is given up. */
  readonly take: <Result>(step: () => Result) => Result | Promise<Awaited<Result>>;
}

/** How long one request keeps the thread before all others have a round. */
const SLICE_MS = 8;

/** A step begets steps through promises: as many are let through before the clock is read again. */
const STEPS_FOR_WHAT_FOLLOWS = 3;

/** Never settles: whoever waits for it goes with it, without a step or an error more. */
const NEVER = new Promise<never>(() => {});

/** The one thread, shared out: a tree of thousands of fields is worked through in slices, and dropped when it is given up. */
export function turnsOf(signal: AbortSignal): Turns {
  const queue: (() => void)[] = [];
  let began: number | null = null;
  let draining = false;

  const mayGoOn = (): boolean => {
    if (queue.length > 0) return false;
    began ??= beginSlice(() => (began = null));
    return performance.now() - began < SLICE_MS;
  };
  const drain = async (): Promise<void> => {
    draining = true;
    while (queue.length > 0 && !signal.aborted) {
      await nextRound();
      await runSlice(queue, signal);
    }
    queue.length = 0;
    draining = false;
  };
  return {
    take: (step) => {
      if (signal.aborted) return NEVER;
      if (mayGoOn()) return step();
      return new Promise((resolve, reject) => {
        queue.push(() => attempt(step, resolve as (value: unknown) => void, reject));
        if (!draining) void drain();
      });
    },
  };
}

function beginSlice(over: () => void): number {
  setImmediate(over);
  return performance.now();
}

async function runSlice(queue: (() => void)[], signal: AbortSignal): Promise<void> {
  const began = performance.now();
  let done = 0;
  while (done < queue.length && performance.now() - began < SLICE_MS && !signal.aborted) {
    queue[done++]?.();
    for (let step = 0; step < STEPS_FOR_WHAT_FOLLOWS; step++) await Promise.resolve();
  }
  queue.splice(0, done);
}

function attempt(
  step: () => unknown,
  resolve: (value: unknown) => void,
  reject: (error: unknown) => void,
): void {
  try {
    resolve(step());
  } catch (error) {
    reject(error);
  }
}
