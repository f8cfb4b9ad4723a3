import { DomainError, notPermitted, type OnceRequest, type UnitOfWork } from '@qianshou/kernel';
import { type FreshDatabase, freshDatabase } from '@qianshou/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ANSWERS, ensureCollectionsAndIndexes, mongoUnitOfWork } from '../src/mongo/index.ts';
import { transactionSession } from '../src/mongo/transaction.ts';

interface Count {
  _id: string;
  n: number;
}

let database: FreshDatabase;
let unitOfWork: UnitOfWork;
beforeAll(async () => {
  database = await freshDatabase('units-of-work');
  unitOfWork = mongoUnitOfWork(database.connection);
  await ensureCollectionsAndIndexes(database.connection);
});
afterAll(() => database.drop());

const counts = () => database.connection.collection<Count>('counts');
const countOf = async (_id: string) => (await counts().findOne({ _id }))?.n;
let key = '';
beforeEach(async () => {
  key = crypto.randomUUID();
  await counts().insertOne({ _id: key, n: 0 });
});

/** Reads, and writes what it read plus one: right only while nobody else does the same. */
async function countOn(_id = key): Promise<number> {
  const session = transactionSession();
  const found = await counts().findOne({ _id }, { session });
  const n = Number(found?.n) + 1;
  await counts().updateOne({ _id }, { $set: { n } }, { session });
  return n;
}

const request = (changes: Partial<OnceRequest> = {}): OnceRequest => ({
  operation: 'count',
  subject: 'somebody',
  key,
  input: { by: 1 },
  ...changes,
});

describe('transactions that hold the same key', () => {
  it('come one after the other in the order in which they came, each begun no more than twice', async () => {
    const begun: number[] = [];
    const order: number[] = [];

    await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        unitOfWork
          .run(async () => {
            begun[at] = (begun[at] ?? 0) + 1;
            await unitOfWork.hold(key);
            return countOn();
          })
          .then(() => order.push(at)),
      ),
    );

    expect(Number(await countOf(key))).toBe(50);
    expect(Math.max(...begun)).toBeLessThanOrEqual(2);
    expect(order).toEqual(order.toSorted((one, other) => one - other));
  });

  it('that take several keys in opposite orders all come', async () => {
    const [one, other] = [`${key}-1`, `${key}-2`];
    const hold = async (...keys: readonly string[]) => {
      for (const each of keys) await unitOfWork.hold(each);
      return countOn();
    };

    await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        unitOfWork.run(() => (at % 2 === 0 ? hold(one, other, key) : hold(other, one, key))),
      ),
    );

    expect(Number(await countOf(key))).toBe(20);
  });

  it('let the next one come when one fails', async () => {
    const failing = unitOfWork.run(async () => {
      await unitOfWork.hold(key);
      throw new Error('it failed');
    });
    const next = unitOfWork.run(async () => {
      await unitOfWork.hold(key);
      return countOn();
    });

    await expect(failing).rejects.toThrow('it failed');
    await expect(next).resolves.toBe(1);
  });

  it('are told when there is no transaction: holding would protect nothing', async () => {
    await expect(unitOfWork.hold(key)).rejects.toThrow('transaction');
  });
});

describe('a request that is asked once', () => {
  it('is answered as the first time and has one effect, however many ask at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => unitOfWork.once(request(), () => countOn())),
    );

    expect(new Set(answers)).toEqual(new Set([1]));
    expect(Number(await countOf(key))).toBe(1);
  });

  it('is another request with another key, caller or operation', async () => {
    const others = [request(), request({ key: `${key}-` }), request({ subject: null })];

    for (const each of [...others, request({ operation: 'recount' })])
      await unitOfWork.once(each, () => countOn());

    expect(Number(await countOf(key))).toBe(4);
  });

  it('is a conflict when it asks for something else under the same key', async () => {
    await unitOfWork.once(request(), () => countOn());

    const other = unitOfWork.once(request({ input: { by: 2 } }), () => countOn());

    await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
  });

  it('is not answered to a caller who may not ask any more', async () => {
    await unitOfWork.once(request(), () => countOn());

    const later = unitOfWork.once(request(), () => Promise.reject(notPermitted()));

    await expect(later).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is answered although it could not be decided a second time, and then writes nothing', async () => {
    const decide = async (): Promise<number> => {
      const n = await countOn();
      if (n > 1) throw new DomainError({ kind: 'CONFLICT', code: 'DONE', en: 'Done.', zh: '已完成。' }, {});
      return n;
    };
    const within = (): Promise<number> => unitOfWork.run(() => unitOfWork.once(request(), decide));

    expect([await within(), await within()]).toEqual([1, 1]);
    expect(Number(await countOf(key))).toBe(1);
  });

  it('may be part of a request that is asked once: the outer one is remembered', async () => {
    const nested = () =>
      unitOfWork.once(request({ operation: 'outer' }), async () => ({
        n: await unitOfWork.once(request(), () => countOn()),
      }));

    expect([await nested(), await nested()]).toEqual([{ n: 1 }, { n: 1 }]);
  });

  it('is kept for ever, or for the days that are said: then the database forgets it by itself', async () => {
    const answers = database.connection.collection(ANSWERS);
    await answers.deleteMany({});
    await unitOfWork.once(request(), () => countOn());
    await unitOfWork.once(request({ operation: 'other', keptForDays: 30 }), () => countOn());

    const kept = await answers.find().sort({ at: 1 }).toArray();
    const days = kept.map(({ at, expiresAt }) => expiresAt && (Number(expiresAt) - Number(at)) / 86_400_000);

    expect(days).toEqual([undefined, 30]);
    expect(await answers.indexes()).toContainEqual(
      expect.objectContaining({ key: { expiresAt: 1 }, expireAfterSeconds: 0 }),
    );
  });
});
