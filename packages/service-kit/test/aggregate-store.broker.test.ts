import { badInput, defineError, type Page } from '@qianshou/kernel';
import { type FreshDatabase, freshDatabase } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  ensureCollectionsAndIndexes,
  keysetPage,
  mongoUnitOfWork,
} from '../src/mongo/index.ts';
import { createOutbox, outboxRows, prepareOutbox } from '../src/outbox/index.ts';

interface County {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly rank: number;
}

const notFound = defineError({ kind: 'NOT_FOUND', code: 'COUNTY_NOT_FOUND', en: 'no', zh: '无' });
const nameTaken = defineError({ kind: 'CONFLICT', code: 'COUNTY_NAME_TAKEN', en: 'no', zh: '无' });
const schema = aggregateSchema({ name: String, rank: Number }, [{ keys: { name: 1 }, unique: true }]);

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase('store');
  countyModel();
  await ensureCollectionsAndIndexes(database.connection);
  await prepareOutbox(database.connection);
});
afterAll(() => database.drop());

const countyModel = () =>
  database.connection.models['County'] === undefined
    ? aggregateModel(database.connection, 'County', schema, 'counties')
    : (database.connection.models['County'] as unknown as ReturnType<typeof aggregateModel>);
const store = () =>
  aggregateStore<County, 'listed' | 'broken'>({
    connection: database.connection,
    model: countyModel(),
    aggregate: 'key-county',
    outbox: createOutbox({ connection: database.connection, service: 'station' }),
    publish: (event, { id }) => ({
      type: 'qianshou.station.region-designated.v1',
      data: {
        countyCode: (event === 'broken' ? 'x' : id) as never,
        designation: 'KEY_COUNTY',
        sourceUrl: 'https://example.org',
      },
      regionCode: null,
    }),
    notFound,
    unique: { name: nameTaken },
  });
const rows = () => outboxRows(database.connection).countDocuments();
const county = (id: string, changes: Partial<County> = {}): County => ({
  id,
  version: 0,
  name: id,
  rank: 1,
  ...changes,
});

describe('saving an aggregate', () => {
  it('writes state and facts together and counts the facts in its version', async () => {
    const saved = await store().save({ state: county('640522'), events: ['listed', 'listed'] });

    expect(saved.version).toBe(2);
    expect(await store().get('640522')).toEqual(saved);
    expect(await rows()).toBe(2);
  });

  it('does nothing without a fact', async () => {
    await store().save({ state: county('640500'), events: [] });

    expect(await store().find('640500')).toBeNull();
  });

  it('refuses a change of an older version and names the current one', async () => {
    const stale = { ...(await store().get('640522')), version: 1 };

    await expect(store().save({ state: stale, events: ['listed'] })).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
      details: { currentVersion: 2 },
    });
  });

  it('leaves no state behind when a fact is invalid', async () => {
    await expect(store().save({ state: county('640423'), events: ['broken'] })).rejects.toThrow();

    expect(await store().find('640423')).toBeNull();
    expect(await rows()).toBe(2);
  });

  it('turns a unique index into the rule it stands for', async () => {
    await expect(
      store().save({ state: county('640424', { name: '640522' }), events: ['listed'] }),
    ).rejects.toMatchObject({ code: 'COUNTY_NAME_TAKEN' });
  });

  it('refuses a field that the schema does not name', async () => {
    const extra = { ...county('640425'), colour: 'red' };

    await expect(store().save({ state: extra, events: ['listed'] })).rejects.toThrow(/colour/);
  });

  it('answers many ids in the order asked for, null where there is none', async () => {
    expect((await store().findMany(['none', '640522'])).map((found) => found?.id)).toEqual([
      undefined,
      '640522',
    ]);
    await expect(store().get('none')).rejects.toMatchObject({ code: 'COUNTY_NOT_FOUND' });
  });
});

describe('a unit of work', () => {
  const unitOfWork = () => mongoUnitOfWork(database.connection);

  it('saves everything or nothing', async () => {
    const before = await rows();

    await expect(
      unitOfWork().run(async () => {
        await store().save({ state: county('500001'), events: ['listed'] });
        throw new Error('second thoughts');
      }),
    ).rejects.toThrow('second thoughts');

    expect([await store().find('500001'), await rows()]).toEqual([null, before]);
  });

  it('makes holders of one key wait for each other, so that a count stays true', async () => {
    const takeOfThree = () =>
      unitOfWork().run(async () => {
        await unitOfWork().hold('three');
        const taken = (await countyModel().find({ rank: 33 }).lean()).length;
        if (taken >= 3) return 'refused';
        const id = `33${String(taken).padStart(4, '0')}`;
        await store().save({ state: county(id, { rank: 33 }), events: ['listed'] });
        return 'taken';
      });

    const answers = await Promise.all(Array.from({ length: 12 }, takeOfThree));

    expect(answers.filter((answer) => answer === 'taken')).toHaveLength(3);
  });

  it('refuses to hold anything outside a transaction', async () => {
    await expect(unitOfWork().hold('x')).rejects.toThrow(/transaction/);
  });

  it('does once what is asked 40 times at once with one key, and answers all the same', async () => {
    const request = { operation: 'list', subject: 'bureau', key: 'k-1', input: { amount: 5n, b: 1, a: 2 } };
    let made = 0;
    const ask = () =>
      unitOfWork().once(request, async () => {
        made += 1;
        return store().save({
          state: county(`44${String(made).padStart(4, '0')}`, { rank: 44 }),
          events: ['listed'],
        });
      });

    const answers = await Promise.all(Array.from({ length: 40 }, ask));

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await countyModel().countDocuments({ rank: 44 })).toBe(1);
  });

  it('takes the same request however its fields are ordered, and refuses another with the same key', async () => {
    const request = { operation: 'list', subject: 'bureau', key: 'k-1', input: { a: 2, b: 1, amount: 5n } };
    // A repeat is rehearsed for its access checks; that it can no longer be done is what a repeat is.
    const never = () =>
      Promise.reject(badInput({ field: 'a', reason: { en: 'was done before', zh: '已办理' } }));

    await expect(unitOfWork().once(request, never)).resolves.toMatchObject({ rank: 44 });
    await expect(unitOfWork().once({ ...request, input: { a: 3 } }, never)).rejects.toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
    });
    await expect(unitOfWork().once({ ...request, key: '' }, never)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});

describe('a page by keyset', () => {
  it('walks every row once, also where the order has ties, in both directions', async () => {
    for (const direction of ['ASC', 'DESC'] as const) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: Page<County> = await keysetPage<County>({
          model: countyModel(),
          filter: {},
          order: [{ path: 'rank', direction }],
          page: { first: 2, after },
        });
        seen.push(...page.items.map(({ node }) => node.id));
        after = page.hasNextPage ? (page.items.at(-1)?.cursor ?? null) : null;
      } while (after !== null);

      expect(seen).toHaveLength(await countyModel().countDocuments());
      expect(new Set(seen).size).toBe(seen.length);
    }
  });
});
