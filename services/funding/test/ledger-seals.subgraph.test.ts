import { mongoUnitOfWork } from '@qianshou/service-kit/mongo';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toldOfMoney } from '../src/messaging/told-of-money.ts';
import { YIDU } from './builders.ts';
import {
  approved,
  finance,
  type FundingGraph,
  fundingGraph,
  paid,
  signed,
  startOver,
  told,
  year,
} from './under-test.ts';

let graph: FundingGraph;
let now = new Date();
let paymentId: string;

const DAY = 86_400_000;

beforeAll(async () => {
  graph = await fundingGraph({ now: () => now });
  await startOver(graph);
  paymentId = await paid(graph, await signed(graph, await approved(graph)));
  await graph.useCases.sealLedgers();
});
afterAll(() => graph.stop());

const kept = new Map<string, unknown[]>();
const COLLECTIONS = ['journal', 'ledgers', 'ledger_seals', 'payments', 'outbox', 'ledger_checks'];

beforeAll(async () => {
  for (const name of COLLECTIONS) kept.set(name, await graph.connection.collection(name).find().toArray());
});
/** As it was sealed. */
beforeEach(async () => {
  for (const name of COLLECTIONS) {
    const collection = graph.connection.collection(name);
    await collection.deleteMany({});
    const documents = kept.get(name) ?? [];
    if (documents.length > 0) await collection.insertMany(documents as never[]);
  }
});

const READ = `query ($countyCode: RegionCode!, $year: Int!) {
  reconciliation(countyCode: $countyCode, year: $year) {
    balanced chainBrokenAt lastSeal { no entries lastHash }
    findings { kind no account objectId difference { fen } } }
  monthlyReconciliations(countyCode: $countyCode, year: $year) {
    nodes { month entries balanced findings { kind no } } } }`;
const books = async () => (await graph.execute(READ, { countyCode: YIDU, year }, finance)).data;
const found = async () => {
  const { findings } = (await books()).reconciliation;
  return findings.map(({ kind, no }: { kind: string; no: number | null }) => [kind, no]);
};

const journal = () => graph.connection.collection('journal');
const ledgers = () => graph.connection.collection('ledgers');

describe('ledger-sealed', () => {
  it('tells each night how far the journal reaches, once for the same entries', async () => {
    const last = await journal().findOne({ no: 4 });
    now = new Date(now.getTime() + DAY);

    expect(await graph.useCases.sealLedgers()).toBe(0);
    expect((await told(graph, 'ledger-sealed'))?.data).toMatchObject({
      countyCode: YIDU,
      year,
      no: 1,
      entries: 4,
      lastHash: last?.['hash'],
    });
    expect((await books()).reconciliation).toMatchObject({
      balanced: true,
      findings: [],
      lastSeal: { no: 1, entries: 4 },
    });
  });
});

describe('a journal that cannot be read', () => {
  it('keeps none of those behind it from being sealed and reconciled', async () => {
    const known = await ledgers().findOne();
    await ledgers().deleteMany({});
    const place = { countyCode: '110101', year, version: 1 };
    await ledgers().insertOne({ ...place, _id: `110101/${year}` as never, balances: {}, parts: {} });
    await ledgers().insertOne(known as never);
    await journal().insertOne({ ...place, _id: 'unreadable' as never, no: 1, idempotencyKey: 'unreadable' });
    await graph.connection.collection('ledger_seals').deleteMany({});
    await graph.connection.collection('outbox').deleteMany({ aggregate: 'ledger-seal' });

    await expect(graph.useCases.sealLedgers()).rejects.toThrow();
    await expect(graph.useCases.checkLedgers()).rejects.toThrow();

    const { reconciliation, monthlyReconciliations } = await books();
    expect(reconciliation.lastSeal).toMatchObject({ no: 1, entries: 4 });
    expect(monthlyReconciliations.nodes).toHaveLength(1);
  });
});

describe('reconciliation of a database that was tampered with', () => {
  it.each<[string, () => Promise<unknown>, unknown[]]>([
    [
      'an entry changed',
      () => journal().updateOne({ no: 2 }, { $set: { actor: 'somebody else' } }),
      [['ENTRY_ALTERED', 2]],
    ],
    ['an entry deleted', () => journal().deleteOne({ no: 3 }), [['ENTRY_MISSING', 3]]],
    [
      'an entry put in',
      async () => {
        const { _id, ...last } = (await journal().findOne({ no: 4 })) ?? {};
        return journal().insertOne({
          ...last,
          _id: 'jnl_01900000-0000-7000-8000-000000000099' as never,
          no: 5,
          idempotencyKey: 'forged',
        });
      },
      [
        ['ENTRY_ALTERED', 5],
        ['ENTRY_INSERTED', 5],
      ],
    ],
    [
      'two swapped',
      async () => {
        await journal().updateOne({ no: 2 }, { $set: { no: 99 } });
        await journal().updateOne({ no: 3 }, { $set: { no: 2 } });
        await journal().updateOne({ no: 99 }, { $set: { no: 3 } });
      },
      [
        ['ENTRY_ALTERED', 2],
        ['ENTRY_ALTERED', 3],
      ],
    ],
    ['cut off', () => journal().deleteOne({ no: 4 }), [['JOURNAL_CUT_OFF', 4]]],
    [
      'cut off together with its guard',
      async () => {
        await journal().deleteOne({ no: 4 });
        const last = await journal().findOne({ no: 3 });
        await ledgers().updateOne({}, { $set: { version: 3, lastHash: last?.['hash'] } });
      },
      [['SEAL_BROKEN', 4]],
    ],
    [
      'everything wiped, and the seal besides',
      async () => {
        await journal().deleteMany({});
        await ledgers().deleteMany({});
        await graph.connection.collection('ledger_seals').deleteMany({});
      },
      [
        ['SEAL_BROKEN', 4],
        ['SEAL_MISSING', 1],
      ],
    ],
    [
      'a seal changed',
      () => graph.connection.collection('ledger_seals').updateOne({}, { $set: { lastHash: 'forged' } }),
      [['SEAL_ALTERED', 1]],
    ],
  ])('names it: %s', async (_how, tamper, expected) => {
    await tamper();

    expect(await found()).toEqual(expect.arrayContaining(expected));
    expect((await books()).reconciliation.balanced).toBe(false);
  });

  it('names the payment whose amount was changed, and whose event is gone', async () => {
    await graph.connection.collection('payments').updateOne({}, { $inc: { amountFen: 7n } });
    const { findings } = (await books()).reconciliation;

    expect(findings).toMatchObject([
      { kind: 'OBJECT_DIFFERS', objectId: paymentId, difference: { fen: '7' } },
      { kind: 'EVENT_DIFFERS', objectId: paymentId, difference: { fen: '-7' } },
    ]);
  });
});

describe('what was told of money', () => {
  it('is read from the snapshot of the transaction, whatever is told meanwhile', async () => {
    const log = toldOfMoney(graph.connection);

    await mongoUnitOfWork(graph.connection).run(async () => {
      const before = await log.paid([paymentId]);
      await graph.connection.collection('outbox').deleteMany({ aggregate: 'payment' });

      expect([...before.keys()]).toEqual([paymentId]);
      expect(await log.paid([paymentId])).toEqual(before);
    });
  });
});

describe('monthlyReconciliations', () => {
  it('keep what came out, once a month, and what was wrong then stays wrong', async () => {
    expect(await graph.useCases.checkLedgers()).toEqual([]);
    await journal().updateOne({ no: 2 }, { $set: { actor: 'somebody else' } });
    expect(await graph.useCases.checkLedgers()).toEqual([]);
    now = new Date(now.getTime() + 32 * DAY);

    expect(await graph.useCases.checkLedgers()).toMatchObject([{ balanced: false, entries: 4 }]);
    expect((await books()).monthlyReconciliations.nodes).toMatchObject([
      { balanced: false, findings: [{ kind: 'ENTRY_ALTERED', no: 2 }] },
      { balanced: true, entries: 4, findings: [] },
    ]);
    expect((await told(graph, 'ledger-reconciled'))?.data).toMatchObject({ balanced: false, findings: 1 });
  });
});
