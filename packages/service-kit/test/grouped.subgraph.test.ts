import { DomainError, type Each, type Outcome, type UnitOfWork } from '@qianshou/kernel';
import { type FreshDatabase, freshDatabase } from '@qianshou/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { underKey } from '../src/mongo/grouped.ts';
import { ensureCollectionsAndIndexes, mongoUnitOfWork } from '../src/mongo/index.ts';
import { transactionSession } from '../src/mongo/transaction.ts';
import { currentScope, inScope } from '../src/scope/scope.ts';

interface Count {
  _id: string;
  n: number;
}

let database: FreshDatabase;
let unitOfWork: UnitOfWork;
beforeAll(async () => {
  database = await freshDatabase('groups');
  unitOfWork = mongoUnitOfWork(database.connection);
  await ensureCollectionsAndIndexes(database.connection);
});
afterAll(() => database.drop());

let key = '';
let groups: number[] = [];
const counts = () => database.connection.collection<Count>('counts');
beforeEach(async () => {
  key = crypto.randomUUID();
  groups = [];
  await counts().insertOne({ _id: key, n: 0 });
});

const refusal = (code: string) =>
  new DomainError({ kind: 'CONFLICT', code, en: 'It is refused.', zh: '不予办理。' }, {});

/** Adds what each asks for; nothing but positive numbers, and never more than ten at once. */
async function addAll(all: readonly number[], each: Each): Promise<readonly Outcome<number>[]> {
  groups.push(all.length);
  const session = transactionSession();
  let sum = Number((await counts().findOne({ _id: key }, { session }))?.n);
  const made = all.map((by, at) =>
    each(at, () => {
      if (by < 1) throw refusal('TOO_LITTLE');
      sum += by;
      return sum;
    }),
  );
  if (all.includes(99)) throw refusal('OF_ALL');
  await counts().updateOne({ _id: key }, { $set: { n: sum } }, { session });
  return made;
}

const add = (by: number): Promise<number> => unitOfWork.grouped({ key, asked: by, decideAll: addAll });

const codeOf = (outcome: PromiseSettledResult<number>) =>
  outcome.status === 'fulfilled' ? outcome.value : (outcome.reason as DomainError).code;

const sumNow = async () => (await counts().findOne({ _id: key }))?.n;

describe('commands that are decided in groups', () => {
  it('are each answered for themselves, in the order of their coming, in a few transactions', async () => {
    const outcomes = await Promise.allSettled([1, 2, 0, 3, 4].map(add));

    expect(outcomes.map(codeOf)).toEqual([1, 3, 'TOO_LITTLE', 6, 10]);
    expect([await sumNow(), groups]).toEqual([10, [1, 4]]);
  });

  it('are decided one by one where the whole group was refused for what one of them asked', async () => {
    const outcomes = await Promise.allSettled([1, 2, 99, 3].map(add));

    expect(outcomes.map(codeOf)).toEqual([1, 3, 'OF_ALL', 6]);
    expect(await sumNow()).toBe(6);
  });

  it('keep an answer for each key: a repeat is answered as before, another request under the key is refused', async () => {
    const asked = (name: string, by: number) =>
      underKey(
        { operation: 'add', subject: 'somebody', key: `${key}-${name}`, input: { by }, keptForDays: 30 },
        () => add(by),
      );

    const first = await Promise.allSettled([asked('a', 1), asked('b', 2), asked('b', 2), asked('b', 5)]);
    const later = await Promise.allSettled([asked('a', 1), asked('c', 4)]);

    expect(first.map(codeOf)).toEqual([1, 3, 3, 'IDEMPOTENCY_CONFLICT']);
    expect(later.map(codeOf)).toEqual([1, 7]);
    expect(await sumNow()).toBe(7);
  });

  it('come in turn with whoever holds the same key by themselves', async () => {
    const alone = () =>
      unitOfWork.run(async () => {
        await unitOfWork.hold(key);
        return (await addAll([1], (_at, make) => ({ made: make() }))).length;
      });

    await Promise.all([add(1), alone(), add(1), alone(), add(1), add(1)]);

    expect(await sumNow()).toBe(6);
  });

  it('are made in the name of whoever asked', async () => {
    const asAuthor = (correlationId: string) =>
      inScope({ correlationId }, () =>
        unitOfWork.grouped({
          key,
          asked: correlationId,
          decideAll: async (all: readonly string[], each) =>
            all.map((_asked, at) => each(at, () => currentScope().correlationId)),
        }),
      );

    expect(await Promise.all(['one', 'two', 'three'].map(asAuthor))).toEqual(['one', 'two', 'three']);
  });
});
