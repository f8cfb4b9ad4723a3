import { type FreshDatabase, freshDatabase } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aggregateModel, aggregateSchema, ensureCollectionsAndIndexes } from '../src/mongo/index.ts';

const schema = aggregateSchema(
  { unit: String, kind: String, year: Number, no: String, struck: Boolean },
  [
    { keys: { unit: 1, kind: 1, year: 1 }, unique: true, where: { struck: null } },
    { keys: { unit: 1 }, unique: true, where: { struck: null } },
    { keys: { no: 1, _id: 1 } },
  ],
  { retired: [{ unit: 1, year: 1, kind: 1 }, { unit: 1 }, { no: 1 }] },
);

let database: FreshDatabase;
let names: () => Promise<readonly string[]>;
beforeAll(async () => {
  database = await freshDatabase('retired');
  const { connection } = database;
  const collection = connection.collection('things');
  await collection.createIndex({ unit: 1, year: 1, kind: 1 }, { unique: true });
  await collection.createIndex({ unit: 1 }, { unique: true });
  await collection.createIndex({ no: 1 });
  await collection.createIndex({ year: 1 }, { unique: true });
  aggregateModel(connection, 'Thing', schema, 'things');
  names = async () => (await collection.indexes()).map(({ name }) => String(name)).toSorted();
  await ensureCollectionsAndIndexes(connection);
});
afterAll(() => database.drop());

describe('indexes of a database of before', () => {
  const AFTER = ['_id_', 'no_1', 'no_1__id_1', 'unit_1', 'unit_1_kind_1_year_1', 'year_1'];

  it('loses the unique ones that are retired, and no other', async () => {
    expect(await names()).toEqual(AFTER);
  });

  it('has what is declared now where an old one had the same keys', async () => {
    const indexes = await database.connection.collection('things').indexes();

    expect(indexes.find(({ name }) => name === 'unit_1')).toMatchObject({
      unique: true,
      partialFilterExpression: { struck: null },
    });
  });

  it('stays as it is at the next start, with two starters at once', async () => {
    const { connection } = database;

    await Promise.all([ensureCollectionsAndIndexes(connection), ensureCollectionsAndIndexes(connection)]);

    expect(await names()).toEqual(AFTER);
  });

  it('lets be recorded anew what was struck', async () => {
    const things = database.connection.collection('things');

    await things.insertOne({ unit: 'a', kind: 'ANNUAL', year: 2025, struck: true });
    await things.insertOne({ unit: 'a', kind: 'ANNUAL', year: 2026, struck: null });

    await expect(things.insertOne({ unit: 'a', kind: 'OTHER', year: 2027, struck: null })).rejects.toThrow(
      'unit_1',
    );
  });
});
