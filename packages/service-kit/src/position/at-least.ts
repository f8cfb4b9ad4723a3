import { setTimeout as pause } from 'node:timers/promises';
import type { Needs } from './needs.ts';

/** So long somebody who wants no older answer waits for it; then they get it with a warning. */
const WAITS_MS = 500;
const FIRST_PAUSE_MS = 4;
const LONGEST_PAUSE_MS = 50;

/** Answers whether what is asked for was reached in time. */
export type AwaitNeeds = (needs: Needs, signal: AbortSignal) => Promise<boolean>;

export function awaitNeeds(reached: (needs: Needs) => () => Promise<boolean>): AwaitNeeds {
  return async (needs, signal) => {
    const isReached = reached(needs);
    const until = Date.now() + WAITS_MS;
    for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
      // Whatever it takes to find out, nobody waits for longer.
      const tooLate = pause(until - Date.now(), false, { ref: false });
      if (await Promise.race([isReached().catch(() => false), tooLate])) return true;
      if (signal.aborted || Date.now() + wait >= until) return false;
      await pause(wait);
    }
  };
}
