import { type Connection, mongo } from 'mongoose';
import { RATE_LIMITS } from '../limits/collection.ts';
import { retiredIndexesOf, searchPathOf } from './aggregate-schema.ts';
import { fillSearch } from './name-search.ts';
import { ANSWERS } from '../mongo/answers.ts';
import { HOLDS } from '../mongo/holds.ts';

/** Longer than any transaction by far. */
const HELD_SECONDS = 86_400;

/**
 * Creates every registered model's collection and declared indexes; safe to run twice and by two starters at once.
 * It drops no index but the unique ones that a schema names as retired: removing any other is a decision for people.
 */
export async function ensureCollectionsAndIndexes(connection: Connection): Promise<void> {
  for (const model of Object.values(connection.models)) {
    await model.createCollection();
    await replaceRetired(connection, model);
    const path = searchPathOf(model);
    if (path !== null) await fillSearch(model, path);
  }
  // Made ahead: two first commands at once would else both make them, inside their transactions, and conflict.
  for (const name of [HOLDS, ANSWERS, RATE_LIMITS])
    await unlessSaid(NAMESPACE_EXISTS, () => connection.createCollection(name));
  await connection.collection(ANSWERS).createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  await connection.collection(HOLDS).createIndex({ at: 1 }, { expireAfterSeconds: HELD_SECONDS });
  const limits = connection.collection(RATE_LIMITS);
  await limits.createIndex({ key: 1 }, { unique: true });
  await limits.createIndex({ expire: 1 }, { expireAfterSeconds: 0 });
}

type Collection = ReturnType<Connection['collection']>;
type Registered = Connection['models'][string];

/** The database keeps one index of a name: where the keys are the same, the old one makes room; else it goes after. */
async function replaceRetired(connection: Connection, model: Registered): Promise<void> {
  const collection = connection.collection(model.collection.name);
  const retired = retiredIndexesOf(model).map(keysOf);
  const declared = model.schema.indexes();
  const inTheWay = retired.filter((keys) => declared.some(([declaredKeys]) => keysOf(declaredKeys) === keys));
  await dropRetired(collection, declared, inTheWay);
  await model.createIndexes();
  await dropRetired(collection, declared, retired);
}

/** An index of these keys that is not unique refuses nothing: it is somebody else's, and stays. */
async function dropRetired(
  collection: Collection,
  declared: ReturnType<Registered['schema']['indexes']>,
  retired: readonly string[],
): Promise<void> {
  if (retired.length === 0) return;
  const standing = declared.map(([keys, options]) => ruleOf(keys, options['partialFilterExpression']));
  for (const { name, key, unique, partialFilterExpression } of await collection.indexes()) {
    const isOld = retired.includes(keysOf(key)) && !standing.includes(ruleOf(key, partialFilterExpression));
    if (unique === true && isOld)
      await unlessSaid(INDEX_NOT_FOUND, () => collection.dropIndex(name as string));
  }
}

function keysOf(keys: object): string {
  return JSON.stringify(Object.entries(keys));
}

function ruleOf(keys: object, where: unknown): string {
  return `${keysOf(keys)} ${JSON.stringify(where ?? null)}`;
}

const INDEX_NOT_FOUND = 27;
const NAMESPACE_EXISTS = 48;

/** Another starter may have been quicker. */
async function unlessSaid(code: number, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof mongo.MongoServerError && error.code === code)) throw error;
  }
}
