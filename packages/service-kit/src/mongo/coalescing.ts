import { apartFromRequests } from '../work/current-work.ts';
import { currentSession } from './transaction.ts';

type ReadMany<Key, Value> = (keys: readonly Key[]) => Promise<readonly Value[]>;

interface Waiting<Key, Value> {
  readonly keys: readonly Key[];
  readonly resolve: (values: readonly Value[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Answers everybody who asks while a read is under way with the next one: a hundred requests for the same scorecard
 * cost the database two reads, not a hundred. Each read begins after its askers asked, so nobody gets an older answer
 * than by reading alone. Only for what everybody may see; within a transaction it reads by itself.
 */
export function coalescing<Key, Value>(read: ReadMany<Key, Value>): ReadMany<Key, Value> {
  let waiting: Waiting<Key, Value>[] = [];
  let reading = false;
  const readOn = async (): Promise<void> => {
    while (waiting.length > 0) {
      const askers = waiting;
      waiting = [];
      await apartFromRequests(() => answer(read, askers));
    }
    reading = false;
  };
  return (keys) => {
    if (currentSession() !== undefined) return read(keys);
    return new Promise((resolve, reject) => {
      waiting.push({ keys, resolve, reject });
      if (reading) return;
      reading = true;
      void readOn();
    });
  };
}

async function answer<Key, Value>(
  read: ReadMany<Key, Value>,
  askers: readonly Waiting<Key, Value>[],
): Promise<void> {
  try {
    const keys = [...new Set(askers.flatMap((asker) => asker.keys))];
    const values = await read(keys);
    const byKey = new Map(keys.map((key, at) => [key, values[at] as Value]));
    for (const { keys: asked, resolve } of askers) resolve(asked.map((key) => byKey.get(key) as Value));
  } catch (error) {
    for (const { reject } of askers) reject(error);
  }
}
