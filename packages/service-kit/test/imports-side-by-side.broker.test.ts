import type { Actor } from '@qianshou/kernel';
import { eventually } from '@qianshou/testing/eventually';
import { type FreshDatabase, freshDatabase } from '@qianshou/testing/fresh-database';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskOf, senderTo, tableOf, takenRows, working } from './importing.ts';

const county = (name: string): Actor => ({ subject: `test|${name}`, grants: [{ role: 'ADMIN' }] });
const withCode = (code: string) => expect.objectContaining({ code });
const MEBIBYTE = 1024 * 1024;
const DAY_MS = 86_400_000;

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase('imports-fair');
});
afterAll(async () => {
  await database.drop();
});

const runs = () => database.connection.collection<{ _id: string }>('import_runs');
const piecesOf = (importId: string) =>
  database.connection.collection('import_pieces').countDocuments({ importId });

describe('imports of several counties', () => {
  it('proceed side by side: a small file is done while large ones that came before it go on', async () => {
    const desk = await deskOf(database.connection, { name: 'fair', beforeJudging: () => pause(20) });
    const [one, two, three] = ['one', 'two', 'three'].map((name) => senderTo(desk, county(name)));
    if (one === undefined || two === undefined || three === undefined) throw new Error('three senders');
    const big = Buffer.from(tableOf(3_000, 'big-'));
    const large = await one.send(await one.begin(big), big);
    const other = await two.send(await two.begin(big), big);
    const work = working(desk);

    await one.until(large, 'CHECKING');
    const small = await three.check(tableOf(20, 'small-'));
    const [first, second] = [await one.find(large), await two.find(other)];
    await work.stop();

    expect(small).toMatchObject({ status: 'CHECKED', check: { rows: 20 } });
    for (const run of [first, second]) {
      expect(run.status).toBe('CHECKING');
      expect(run.check.rows).toBeGreaterThan(0);
    }
    await Promise.all([one.stop(large), two.stop(other)]);
  });
});

describe('an import that ends its process again and again', () => {
  it('is parked without being touched, and the next one is worked off', async () => {
    const desk = await deskOf(database.connection);
    const sender = senderTo(desk, county('poison'));
    const file = Buffer.from(tableOf(20, 'poison-'));
    const poison = await sender.send(await sender.begin(file), file);
    await runs().updateOne({ _id: poison.id }, { $set: { tries: 5 } });
    const work = working(desk);

    const parked = await sender.until(poison, 'FAILED');
    const next = await sender.check(tableOf(5, 'after-poison-'));
    await work.stop();

    expect(parked).toMatchObject({ problem: { code: 'IMPORT_INTERRUPTED' }, check: { rows: 0 } });
    expect(next.status).toBe('CHECKED');
    expect(await piecesOf(poison.id)).toBe(0);
  });

  it('is ended even where its end cannot be told as others are', async () => {
    const desk = await deskOf(database.connection);
    const sender = senderTo(desk, county('unspeakable'));
    const file = Buffer.from('code\n"open');
    const run = await sender.send(await sender.begin(file), file);
    // No publication can be made of such a kind: every save meets a fault.
    await runs().updateOne(
      { _id: run.id },
      { $set: { kind: 'STATIONS', fileName: 7, check: 'nothing' } as never },
    );
    const work = working(desk);

    const found = await eventually(async () => {
      const stored = await runs().findOne({ _id: run.id });
      expect(stored).toMatchObject({ status: 'FAILED' });
      return stored;
    }, 60_000);
    const next = await sender.check(tableOf(5, 'after-unspeakable-'));
    await work.stop();

    expect(found).toMatchObject({ problem: { code: expect.stringMatching(/^IMPORT_/) } });
    expect(next.status).toBe('CHECKED');
  }, 90_000);
});

describe('faults', () => {
  it('are counted since the last progress, not over the import', async () => {
    let batches = 0;
    const desk = await deskOf(database.connection, {
      name: 'stumbling',
      beforeSaving: async () => {
        batches += 1;
        if (batches % 2 === 0) throw new Error('x'.repeat(20_000_000));
        await Promise.resolve();
      },
    });
    const sender = senderTo(desk, county('stumbling'));
    const work = working(desk);

    const checked = await sender.check(tableOf(40, 'stumble-'));
    await sender.apply(checked);
    const applied = await sender.until(checked, 'APPLIED');
    await work.stop();

    expect(applied.application).toMatchObject({ rows: 40, fresh: 40 });
    expect(batches).toBeGreaterThan(6);
  }, 60_000);
});

describe('what a caller announces', () => {
  it('is reserved until the import is over, and released then', async () => {
    const desk = await deskOf(database.connection);
    const sender = senderTo(desk, county('greedy'));
    const begin = () => sender.announce(256 * MEBIBYTE);
    const first = await begin();
    await begin();

    await expect(begin()).rejects.toEqual(withCode('IMPORT_QUOTA_REACHED'));
    await expect(senderTo(desk, county('modest')).announce(256 * MEBIBYTE)).resolves.toBeDefined();
    await sender.stop(first);
    await expect(begin()).resolves.toBeDefined();
  });

  it('is never more than twenty files, also where all are announced at once', async () => {
    const desk = await deskOf(database.connection);
    const sender = senderTo(desk, county('hasty'));

    const begun = await Promise.allSettled(Array.from({ length: 30 }, () => sender.announce(10)));

    expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
  });

  it('ends with its pieces after a day in which no piece came', async () => {
    const desk = await deskOf(database.connection);
    const sender = senderTo(desk, county('gone'));
    const file = Buffer.from(tableOf(50, 'gone-'));
    const [left, slow] = [await sender.begin(file), await sender.begin(file)];
    const yesterday = new Date(Date.now() - DAY_MS - 1_000);
    for (const run of [left, slow]) await sender.add(run, 0, file.subarray(0, 50));
    await runs().updateMany({ _id: { $in: [left.id, slow.id] } }, { $set: { begunAt: yesterday } });
    await database.connection
      .collection('import_pieces')
      .updateMany({ importId: left.id }, { $set: { at: yesterday } });

    const work = working(desk);
    const ended = await sender.until(left, 'FAILED');
    await work.stop();

    expect(ended.problem).toMatchObject({ code: 'IMPORT_ABANDONED' });
    expect(await piecesOf(left.id)).toBe(0);
    expect((await sender.find(slow)).status).toBe('RECEIVING');
    expect(await piecesOf(slow.id)).toBe(1);
    expect(await takenRows(database.connection).countDocuments({ _id: /^gone-/ as never })).toBe(0);
  });
});
