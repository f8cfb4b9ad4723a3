import { type Actor, type Asked, decision, notPermitted, type UnitOfWork } from '@qianshou/kernel';
import { type FreshDatabase, freshDatabase } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureCollectionsAndIndexes, mongoUnitOfWork } from '../src/mongo/index.ts';
import { transactionSession } from '../src/mongo/transaction.ts';

interface Tally {
  readonly _id: string;
  readonly version: number;
  readonly n: number;
}

interface AddInput extends Asked {
  readonly id: string;
  readonly by: number;
  readonly idempotencyKey: string;
}

const clerk: Actor = { subject: 'clerk', grants: [{ role: 'ADMIN' }] };
const stranger: Actor = { subject: 'stranger', grants: [] };

let database: FreshDatabase;
let unitOfWork: UnitOfWork;
beforeAll(async () => {
  database = await freshDatabase('decisions');
  unitOfWork = mongoUnitOfWork(database.connection);
  await ensureCollectionsAndIndexes(database.connection);
});
afterAll(() => database.drop());

const tallies = () => database.connection.collection<Tally>('tallies');

async function load({ id }: { readonly id: string }): Promise<Tally> {
  const session = transactionSession();
  return (await tallies().findOne({ _id: id }, { session })) ?? { _id: id, version: 0, n: 0 };
}

const add = (locked: boolean) =>
  decision<AddInput, Tally, Tally, Tally>(unitOfWork, {
    once: 'add',
    ...(locked ? { lock: ({ id }) => `tally:${id}` } : {}),
    load,
    may: (actor) => {
      if (actor.grants.length === 0) throw notPermitted();
    },
    decide: ({ version, ...tally }, { by }) => ({ ...tally, version: version + 1, n: tally.n + by }),
    save: async (tally) => {
      const session = transactionSession();
      await tallies().replaceOne({ _id: tally._id }, tally, { session, upsert: true });
      return tally;
    },
  });

describe('a decision', () => {
  it('counts right among many at once, each under the lock of what it is about', async () => {
    const asked = Array.from({ length: 20 }, (_, at) => ({
      id: 'many',
      by: 1,
      idempotencyKey: `many-${at}`,
    }));

    await Promise.all(asked.map((input) => add(true)(input, clerk)));

    expect(await unitOfWork.run(() => load({ id: 'many' }))).toMatchObject({ version: 20, n: 20 });
  });

  it('is made once for a key, and answers a repeat as before', async () => {
    const input = { id: 'once', by: 3, idempotencyKey: 'the same' };

    const [first, second] = [await add(false)(input, clerk), await add(false)(input, clerk)];

    expect([first, second]).toMatchObject([{ n: 3 }, { n: 3 }]);
    expect(await unitOfWork.run(() => load({ id: 'once' }))).toMatchObject({ version: 1 });
  });

  it('is refused to who may not before its version is looked at, and of an older reading after that', async () => {
    const input = { id: 'older', by: 1, expectedVersion: 7, idempotencyKey: 'older' };

    await expect(add(true)(input, stranger)).rejects.toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
    await expect(add(true)(input, clerk)).rejects.toThrow(
      expect.objectContaining({ code: 'VERSION_CONFLICT' }),
    );
  });
});
