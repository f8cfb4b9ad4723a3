import { setTimeout as pause } from 'node:timers/promises';

/** Wakes whoever waits for work in this process. A signal while nobody waits is kept for the next who does. */
export interface WakeUp {
  readonly signal: () => void;
  /** Until it is signalled or aborted, for at most the given time. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export function createWakeUp(): WakeUp {
  let signalled = false;
  let wake = (): void => undefined;
  return {
    signal: () => {
      signalled = true;
      wake();
    },
    wait: async (milliseconds, signal) => {
      const enough = new AbortController();
      const end = (): void => enough.abort();
      wake = end;
      signal.addEventListener('abort', end, { once: true });
      if (!signalled && !signal.aborted) await pauseUnlessAborted(milliseconds, enough.signal);
      signal.removeEventListener('abort', end);
      signalled = false;
    },
  };
}

export async function pauseUnlessAborted(milliseconds: number, signal: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal }).catch(() => undefined);
}
