import type { Turns } from '../application/ports.ts';

/**
 * First come, first served within this process. Only to spare the database transactions that are bound to conflict:
 * what keeps money right, also between processes, is the transaction.
 */
export function processTurns(): Turns {
  const last = new Map<string, Promise<void>>();
  return {
    take: async (key, body) => {
      const turn = (last.get(key) ?? Promise.resolve()).then(body);
      const ended = turn.then(
        () => {},
        () => {},
      );
      last.set(key, ended);
      try {
        return await turn;
      } finally {
        if (last.get(key) === ended) last.delete(key);
      }
    },
  };
}
