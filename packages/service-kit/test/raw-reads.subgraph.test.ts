import { inScope } from '@qianshou/service-kit/scope';
import { trusted } from '@qianshou/service-kit/mongo';
import { type FreshDatabase, freshDatabase } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOutOfTime } from '../src/mongo/bounded-reads.ts';
import { beginWork } from '../src/work/index.ts';

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase('raw-reads');
  await database.connection.collection('rows').insertOne({ at: 1 });
});
afterAll(() => database.drop());

/** Takes the database twenty seconds a row. */
const SLOW = trusted({
  $expr: {
    $function: {
      body: 'function () { const end = Date.now() + 20000; while (Date.now() < end); return true; }',
      args: [],
      lang: 'js',
    },
  },
});

const rows = () => database.connection.collection('rows');
const READS: Readonly<Record<string, () => Promise<unknown>>> = {
  find: () => rows().find(SLOW).toArray(),
  findOne: () => rows().findOne(SLOW),
  countDocuments: () => rows().countDocuments(SLOW),
  distinct: () => rows().distinct('at', SLOW),
  aggregate: () =>
    rows()
      .aggregate([{ $match: SLOW }])
      .toArray(),
};

describe('a read past the models', () => {
  it.each(Object.keys(READS))('%s ends in the database when nobody waits for it any more', async (name) => {
    const work = beginWork(Date.now() + 200);

    const failure = await inScope({ correlationId: 'raw', work }, async () =>
      READS[name]?.().catch((error: unknown) => error),
    );
    work.end();

    expect(isOutOfTime(failure)).toBe(true);
    const { inprog } = await database.connection
      .getClient()
      .db('admin')
      .command({ currentOp: 1, op: 'query' });
    expect((inprog as { ns: string }[]).filter(({ ns }) => ns.endsWith('.rows'))).toEqual([]);
  });

  it('has no bound where nobody waits', async () => {
    expect(await rows().find({}, { maxTimeMS: 5_000 }).toArray()).toHaveLength(1);
  });
});
