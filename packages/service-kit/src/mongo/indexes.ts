import type { Connection } from 'mongoose';

/**
 * Creates every registered model's collection and declared indexes; safe to run twice and by two starters at once.
 * It never drops an index: removing one is a decision for people.
 */
export async function ensureCollectionsAndIndexes(connection: Connection): Promise<void> {
  for (const model of Object.values(connection.models)) {
    await model.createCollection();
    await model.createIndexes();
  }
}
