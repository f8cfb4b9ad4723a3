import { mongo, type Connection } from 'mongoose';
import { coalescing } from './coalescing.ts';

const NONCES = 'gateway_nonces';
/** Longer than a signature can be sent again: 30 s before the time that it names, and 30 s after. */
const KEPT_SECONDS = 90;
const DUPLICATE = 11_000;

interface Nonce {
  _id: string;
  at: Date;
}

/** True for the first replica that shows the nonce, false for every one after it. */
export type ShareNonce = (nonce: string) => Promise<boolean>;

export async function prepareSharedNonces(connection: Connection): Promise<void> {
  await noncesOf(connection).createIndex({ at: 1 }, { expireAfterSeconds: KEPT_SECONDS });
}

/**
 * What one replica of a service accepted, no other accepts again. All that arrive while one write is under way go with
 * the next, so that a busy service writes some batches a second, not each request's nonce.
 */
export function sharedNonces(connection: Connection): ShareNonce {
  const nonces = noncesOf(connection);
  const share = coalescing((keys: readonly string[]) => insertNew(nonces, keys));
  return async (nonce) => (await share([nonce]))[0] === true;
}

function noncesOf(connection: Connection) {
  return connection.collection<Nonce>(NONCES);
}

type Nonces = ReturnType<typeof noncesOf>;

async function insertNew(nonces: Nonces, keys: readonly string[]): Promise<readonly boolean[]> {
  const at = new Date();
  try {
    await nonces.insertMany(
      keys.map((_id) => ({ _id, at })),
      { ordered: false, writeConcern: { w: 1 } },
    );
    return keys.map(() => true);
  } catch (error) {
    const known = duplicatesIn(error);
    return keys.map((_key, index) => !known.has(index));
  }
}

function duplicatesIn(error: unknown): ReadonlySet<number> {
  if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
  const failures = [error.writeErrors].flat();
  if (failures.length === 0 || failures.some(({ code }) => code !== DUPLICATE)) throw error;
  return new Set(failures.map(({ index }) => index));
}
