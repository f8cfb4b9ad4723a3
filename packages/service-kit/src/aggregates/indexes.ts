import { type Connection, mongo } from 'mongoose';
import { RATE_LIMITS } from '../limits/collection.ts';
import { searchPathOf } from './aggregate-schema.ts';
import { fillSearch } from './name-search.ts';
import { ANSWERS, HOLDS } from '../mongo/unit-of-work.ts';

/** Longer than any transaction by far. */
const HELD_SECONDS = 86_400;

/**
 * Creates every registered model's collection and declared indexes; safe to run twice and by two starters at once.
 * It never drops an index: removing one is a decision for people.
 */
export async function ensureCollectionsAndIndexes(connection: Connection): Promise<void> {
  for (const model of Object.values(connection.models)) {
    await model.createCollection();
    await model.createIndexes();
    const path = searchPathOf(model);
    if (path !== null) await fillSearch(model, path);
  }
  // Made ahead: two first commands at once would else both make them, inside their transactions, and conflict.
  for (const name of [HOLDS, ANSWERS, RATE_LIMITS]) await ensureCollection(connection, name);
  await connection.collection(ANSWERS).createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  await connection.collection(HOLDS).createIndex({ at: 1 }, { expireAfterSeconds: HELD_SECONDS });
  const limits = connection.collection(RATE_LIMITS);
  await limits.createIndex({ key: 1 }, { unique: true });
  await limits.createIndex({ expire: 1 }, { expireAfterSeconds: 0 });
}

const NAMESPACE_EXISTS = 48;

async function ensureCollection(connection: Connection, name: string): Promise<void> {
  try {
    await connection.createCollection(name);
  } catch (error) {
    if (!(error instanceof mongo.MongoServerError && error.code === NAMESPACE_EXISTS)) throw error;
  }
}
