import { setTimeout as pause } from 'node:timers/promises';
import type { Connection, mongo } from 'mongoose';

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
  let stream: mongo.ChangeStream | undefined;

  const ring = (): void => {
    rung = true;
    wake?.();
  };

  const listen = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      stream = connection.collection(collection).watch([...stages, { $project: { _id: 1 } }]);
      try {
        while (!closing.signal.aborted) {
          await stream.next();
          ring();
        }
      } catch {
        await stream.close().catch(() => undefined);
        await pause(REOPEN_AFTER_MS, undefined, { signal: closing.signal }).catch(() => undefined);
      }
    }
  };
  const done = listen();

  return {
    wait: async (milliseconds, signal) => {
      if (!rung && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const end = (): void => {
            clearTimeout(timer);
            signal.removeEventListener('abort', end);
            wake = undefined;
            resolve();
          };
          const timer = setTimeout(end, milliseconds);
          signal.addEventListener('abort', end, { once: true });
          wake = end;
        });
      }
      rung = false;
    },
    close: async () => {
      closing.abort();
      await stream?.close().catch(() => undefined);
      await done;
    },
  };
}
