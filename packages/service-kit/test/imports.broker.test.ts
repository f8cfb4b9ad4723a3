import { eventually } from '@qianshou/testing/eventually';
import { type FreshDatabase, freshDatabase } from '@qianshou/testing/fresh-database';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killTestChildren, startTestChild } from './child.ts';
import { deskOf, OWNER, ROWS_AT_ONCE, senderTo, tableOf, takenRows, working } from './importing.ts';

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase('imports');
});
afterAll(async () => {
  killTestChildren();
  await database.drop();
});

/** Who wrote which rows of a file, in file order. */
async function writersOf(prefix: string): Promise<readonly string[]> {
  const rows = await takenRows(database.connection).find().toArray();
  const numbered = rows
    .filter(({ _id }) => _id.startsWith(prefix))
    .map(({ _id, by }) => ({ by, at: Number(_id.slice(prefix.length)) }));
  return numbered.toSorted((a, b) => a.at - b.at).map(({ by }) => by);
}

describe('two processes', () => {
  it('take turns: the other goes on at the row where the first one lost its lease, and no row is written twice', async () => {
    const { connection } = database;
    const slowly = { beforeSaving: () => pause(20) };
    const first = await deskOf(connection, { name: 'first', ...slowly });
    const second = await deskOf(connection, { name: 'second', ...slowly });
    const { check, apply, until } = senderTo(first);
    const one = working(first);
    const checked = await check(tableOf(600, 'two-'));
    const other = working(second);

    await apply(checked);
    await eventually(async () => expect((await writersOf('two-')).length).toBeGreaterThan(100));
    await connection.collection('leases').updateOne(
      { _id: 'imports' as never },
      {
        $inc: { fence: 1 },
        $set: { owner: 'nobody', expiresAt: new Date(0) },
      },
    );
    const stopped = one.stop();
    const applied = await until(checked, 'APPLIED');
    await Promise.all([stopped, other.stop()]);

    const writers = await writersOf('two-');
    const taken = writers.indexOf('second');
    expect(applied.application).toMatchObject({ rows: 600, fresh: 600, known: 0 });
    expect(writers).toHaveLength(600);
    expect(taken % ROWS_AT_ONCE).toBe(0);
    expect(new Set(writers.slice(0, taken))).toEqual(new Set(['first']));
    expect(new Set(writers.slice(taken))).toEqual(new Set(['second']));
  });
});

describe('a process that is killed while it writes', () => {
  it('leaves whole transactions behind, and another finishes the file', async () => {
    const desk = await deskOf(database.connection, { name: 'heir' });
    const { check, apply, until } = senderTo(desk);
    const before = await takenRows(database.connection).countDocuments();
    const checking = working(desk);
    const checked = await check(tableOf(200, 'killed-'));
    await checking.stop();
    const child = startTestChild('import.process.ts', {
      FROM: database.uri,
      HOLD_AT: String(before + 5 * ROWS_AT_ONCE),
    });
    await child.said('working');

    await apply(checked);
    await child.said('holding');
    child.kill('SIGKILL');
    await child.exited;
    const heir = working(desk);
    const applied = await until(checked, 'APPLIED');
    await heir.stop();

    const writers = await writersOf('killed-');
    expect(applied.application).toMatchObject({ rows: 200, fresh: 200, known: 0, refused: 0 });
    expect(writers.indexOf('heir')).toBe(5 * ROWS_AT_ONCE);
    expect(writers).toHaveLength(200);
  });
});

describe('a fault that stays', () => {
  it('ends the import after three tries, with what it had brought in and what to do', async () => {
    let tries = 0;
    const desk = await deskOf(database.connection, {
      name: 'faulty',
      beforeSaving: async () => {
        tries += 1;
        if (tries > 2) throw new TypeError('a bug in the kind');
        await Promise.resolve();
      },
    });
    const { check, apply, until } = senderTo(desk);
    const work = working(desk);

    const checked = await check(tableOf(50, 'fault-'));
    await apply(checked);
    const failed = await until(checked, 'FAILED');
    await work.stop();

    expect(failed.problem).toMatchObject({ code: 'IMPORT_INTERRUPTED', message: { en: expect.any(String) } });
    expect(failed.application).toMatchObject({ rows: 2 * ROWS_AT_ONCE });
    expect(await writersOf('fault-')).toHaveLength(2 * ROWS_AT_ONCE);
    expect(tries).toBe(5);
  });
});

describe('stopping', () => {
  it.each([
    ['while it is checked', 'CHECKING'],
    ['while it is applied', 'APPLYING'],
  ])('ends an import %s, and what was written stays', async (_when, status) => {
    const slowly = () => pause(30);
    const desk = await deskOf(database.connection, { name: 'slow', beforeJudging: slowly });
    const { begin, send, apply, until } = senderTo(desk);
    const work = working(desk);
    const prefix = `stop-${status}-`;
    const file = Buffer.from(tableOf(400, prefix));

    const run = await send(await begin(file), file);
    if (status === 'APPLYING') await apply(await until(run, 'CHECKED'));
    await eventually(async () => {
      const { check, application } = await desk.useCases.getImport(run.id, OWNER);
      expect(status === 'APPLYING' ? application.rows : check.rows).toBeGreaterThan(0);
    });
    const stopped = await eventually(() => desk.useCases.stopImport(run.id, OWNER));
    const written = (await writersOf(prefix)).length;
    await pause(300);
    await work.stop();

    expect(stopped.status).toBe('STOPPED');
    expect((await desk.useCases.getImport(run.id, OWNER)).status).toBe('STOPPED');
    expect(await writersOf(prefix)).toHaveLength(written);
    expect(written).toBeLessThan(400);
  });
});
