import { setTimeout as pause } from 'node:timers/promises';

/** Wakes whoever waits for work in this process. A ring while nobody waits is kept for the next who does. */
export interface Nudge {
  readonly ring: () => void;
  /** Until it rings or the signal aborts, for at most the given time. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export function createNudge(): Nudge {
  let rung = false;
  let wake = (): void => undefined;
  return {
    ring: () => {
      rung = true;
      wake();
    },
    wait: async (milliseconds, signal) => {
      const enough = new AbortController();
      const end = (): void => enough.abort();
      wake = end;
      signal.addEventListener('abort', end, { once: true });
      if (!rung && !signal.aborted) await patience(milliseconds, enough.signal);
      signal.removeEventListener('abort', end);
      rung = false;
    },
  };
}

export async function patience(milliseconds: number, signal: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal }).catch(() => undefined);
}
