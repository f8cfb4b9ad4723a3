import { inScope } from '@qianshou/service-kit/scope';
import { trusted } from '@qianshou/service-kit/mongo';
import { type FreshDatabase, freshDatabase } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOutOfTime } from '../src/mongo/bounded-reads.ts';
import { beginWork } from '../src/work/index.ts';

const ROWS = 100;

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase('raw-reads');
  const rowsOfOne = Array.from({ length: ROWS }, (_, at) => ({ at }));
  await database.connection.collection('rows').insertMany(rowsOfOne);
});
afterAll(() => database.drop());

/** Takes the database a tenth of a second a row: ten seconds for all, none of which it finds. */
const SLOW = trusted({
  $expr: {
    $function: {
      body: 'function () { const end = Date.now() + 100; while (Date.now() < end); return false; }',
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
    expect(await rows().find({}, { maxTimeMS: 5_000 }).toArray()).toHaveLength(ROWS);
  });
});
