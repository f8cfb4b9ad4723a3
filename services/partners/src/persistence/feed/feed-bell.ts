import { pauseUnlessAborted } from '@qianshou/service-kit/lease';

const LOOK_EVERY_MS = 1_000;

interface Listener {
  readonly after: number;
  readonly wake: AbortController;
}

/** Wakes whoever waits for more of the log: at once for what this process took, soon for what another one did. */
export function feedBell(endOfLog: () => Promise<number>) {
  const listeners = new Set<Listener>();
  let looking: NodeJS.Timeout | undefined;
  let rung = 0;

  const ring = (end: number): void => {
    rung = end;
    for (const { after, wake } of listeners) if (end > after) wake.abort();
  };
  const look = (): void => void endOfLog().then(ring, () => undefined);

  return {
    ring,
    wait: async (after: number, milliseconds: number, signal: AbortSignal): Promise<boolean> => {
      if (rung > after) return true;
      const listener: Listener = { after, wake: new AbortController() };
      listeners.add(listener);
      looking ??= setInterval(look, LOOK_EVERY_MS);
      const end = AbortSignal.any([signal, listener.wake.signal]);
      await pauseUnlessAborted(Math.max(0, milliseconds), end);
      listeners.delete(listener);
      if (listeners.size === 0) {
        clearInterval(looking);
        looking = undefined;
      }
      return listener.wake.signal.aborted;
    },
  };
}
