import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from 'mongoose';

export interface Bell {
  /** Waits until something happened in the collection, for at most the given time. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly close: () => Promise<void>;
}

const REOPEN_AFTER_MS = 1_000;

/**
 * A change stream that only says "look now". Whoever waits reads the truth from the collection, also without a ring:
 * a stream that breaks loses nothing but speed, and is opened anew without a token.
 */
export function changeBell(connection: Connection, collection: string, stages: readonly object[]): Bell {
  const closing = new AbortController();
  let rung = false;
  let wake: (() => void) | undefined;
  const listening = listen(connection.collection(collection), stages, closing.signal, () => {
    rung = true;
    wake?.();
  });
  return {
    wait: async (milliseconds, signal) => {
      const enough = new AbortController();
      const end = (): void => enough.abort();
      wake = end;
      signal.addEventListener('abort', end, { once: true });
      if (!rung && !signal.aborted) await patience(milliseconds, enough.signal);
      signal.removeEventListener('abort', end);
      rung = false;
    },
    close: async () => {
      closing.abort();
      await listening;
    },
  };
}

async function listen(
  collection: ReturnType<Connection['collection']>,
  stages: readonly object[],
  closing: AbortSignal,
  ring: () => void,
): Promise<void> {
  while (!closing.aborted) {
    const stream = collection.watch([...stages, { $project: { _id: 1 } }]);
    const close = (): void => void stream.close().catch(() => undefined);
    closing.addEventListener('abort', close, { once: true });
    try {
      for await (const _change of stream) ring();
    } catch {
      await patience(REOPEN_AFTER_MS, closing);
    }
    closing.removeEventListener('abort', close);
    close();
  }
}

async function patience(milliseconds: number, signal: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal }).catch(() => undefined);
}
