import type { Connection } from 'mongoose';

/** Thrown out of a transaction that wants a key which another one of this process holds: it begins anew at its turn. */
export class TurnAwaited extends Error {
  override readonly name = 'TurnAwaited';
  /** Settles when the keys are this transaction's. */
  readonly turn: Promise<void>;

  constructor(turn: Promise<void>) {
    super('another transaction of this process holds the key: this one begins anew when it is its turn');
    this.turn = turn;
  }
}

/**
 * What one transaction holds, from before it begins until after it ended, however often the database starts it again.
 */
export interface Turn {
  /** @throws TurnAwaited when somebody was there before. */
  readonly take: (keys: readonly string[]) => void;
  readonly end: () => void;
}

/** Who holds a key, first, and who waits for it, in the order of their coming. */
type Line = { readonly admit: () => void }[];

const lines = new WeakMap<Connection, Map<string, Line>>();

/**
 * First come, first served for each key, among the transactions of this process on one database. Only to spare the
 * database transactions that are bound to conflict, and their callers the starving that comes of it: what keeps
 * counted facts right, also between processes, is the database.
 */
export function nextTurn(connection: Connection): Turn {
  const ofDatabase = lines.get(connection) ?? new Map<string, Line>();
  lines.set(connection, ofDatabase);
  const held = new Map<string, () => void>();
  const join = (key: string): Promise<void> => joinLine(ofDatabase, key, (leave) => held.set(key, leave));
  const end = (): void => {
    for (const leave of held.values()) leave();
    held.clear();
  };
  return {
    take: (keys) => {
      const wanted = [...new Set(keys)].filter((key) => !held.has(key));
      if (wanted.every((key) => !ofDatabase.has(key))) return wanted.forEach((key) => void join(key));
      const all = [...held.keys(), ...wanted].toSorted();
      end();
      throw new TurnAwaited(joinInOrder(all, join));
    },
    end,
  };
}

/** Nobody waits for a key while holding one that comes after it: so nobody waits for ever. */
async function joinInOrder(keys: readonly string[], join: (key: string) => Promise<void>): Promise<void> {
  for (const key of keys) await join(key);
}

function joinLine(all: Map<string, Line>, key: string, keep: (leave: () => void) => void): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const line = all.get(key) ?? [];
  all.set(key, line);
  const place = { admit: resolve };
  line.push(place);
  keep(() => {
    line.splice(line.indexOf(place), 1);
    if (line.length === 0) all.delete(key);
    else line[0]?.admit();
  });
  if (line[0] === place) resolve();
  return promise;
}
