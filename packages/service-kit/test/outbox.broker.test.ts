import { definitionOf, type EventData } from '@qianshou/events';
import { startFigures } from '@qianshou/service-kit/figures';
import { BatchTooLargeError, type Broker } from '@qianshou/service-kit/kafka';
import { createLogger } from '@qianshou/service-kit/logging';
import { createOutbox, type Outbox, outboxRows, prepareOutbox } from '@qianshou/service-kit/outbox';
import { inTransaction } from '@qianshou/service-kit/mongo';
import { inScope } from '@qianshou/service-kit/scope';
import { eventually } from '@qianshou/testing/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectEveryEffectOnce } from './expectations.ts';
import { awardId, payment } from './two-services.ts';
import { aPair, consumerOf, type Pair, relayOf } from './wiring.ts';

let pair: Pair;
let outbox: Outbox;

beforeAll(async () => {
  pair = await aPair();
  await prepareOutbox(pair.from);
  outbox = createOutbox({ connection: pair.from, service: 'funding' });
});

afterAll(() => pair.end());

const entry = (award: number, sequence: number) => ({
  aggregate: 'reward-award',
  aggregateId: awardId(award),
  sequence,
  publication: payment(award, '100'),
});

const append = (award: number, sequence: number): Promise<void> =>
  inTransaction(pair.from, () => outbox.append([entry(award, sequence)]));

const rowOf = (award: number) => outboxRows(pair.from).findOne({ aggregateId: awardId(award) });

describe('writing a fact', () => {
  it('is refused outside a transaction, where it could outlive its state', async () => {
    await expect(outbox.append([entry(1, 1)])).rejects.toThrow(/transaction/);
  });

  it('is refused for an aggregate of another name', async () => {
    const foreign = { ...entry(1, 1), aggregate: 'payment' };

    await expect(inTransaction(pair.from, () => outbox.append([foreign]))).rejects.toThrow(/payment/);
  });

  it('is refused for an event of another service', async () => {
    const station = createOutbox({ connection: pair.from, service: 'station' });

    await expect(inTransaction(pair.from, () => station.append([entry(1, 1)]))).rejects.toThrow(/station/);
  });

  it('is refused twice for one version of one aggregate', async () => {
    await append(2, 1);

    await expect(append(2, 1)).rejects.toMatchObject({ code: 11_000 });
  });

  it('carries the request and the event that it goes back to', async () => {
    const scope = { correlationId: 'request-1', causationId: 'event-1', traceparent: '00-a-b-01' };
    await inScope(scope, () => append(3, 1));

    expect((await rowOf(3))?.event).toMatchObject({
      correlationid: 'request-1',
      causationid: 'event-1',
      traceparent: '00-a-b-01',
      subject: `reward-award/${awardId(3)}`,
      sequence: '1',
      regioncode: '420581',
    });
  });
});

describe('the order of publishing', () => {
  it('is by version within an aggregate, also where the clocks of its writers disagree', async () => {
    await outboxRows(pair.from).deleteMany({});
    const awards = Array.from({ length: 30 }, (_, at) => 100 + at);
    for (const award of awards) {
      for (let sequence = 1; sequence <= 20; sequence += 1) await append(award, sequence);
    }
    // The later the version, the earlier its writer's clock; more rows than one batch takes.
    await outboxRows(pair.from).updateMany({}, [
      { $set: { at: { $dateSubtract: { startDate: '$at', unit: 'hour', amount: '$sequence' } } } },
    ]);
    await pair.from
      .collection<{ _id: string; version: number }>('awards')
      .insertMany(awards.map((award) => ({ _id: awardId(award), version: 20 })));

    const consumer = await consumerOf(pair.to, pair.broker);
    const relay = await relayOf(pair.from, pair.broker);

    await eventually(() => expectEveryEffectOnce(pair.from, pair.to));
    await consumer.stop();
    await relay.stop();
  });
});

describe('facts that are large', () => {
  it('are refused with the command when one alone is too large for any broker', async () => {
    const type = 'qianshou.pairing.agency-registered.v1';
    const data = { ...definitionOf(type)?.example, name: '名'.repeat(100_000) } as EventData<typeof type>;
    const publication = { type, data, regionCode: null } as const;
    const large = { aggregate: 'agency', aggregateId: 'agy_1', sequence: 1, publication };
    const pairing = createOutbox({ connection: pair.from, service: 'pairing' });

    await expect(inTransaction(pair.from, () => pairing.append([large]))).rejects.toMatchObject({
      kind: 'INVALID',
      code: 'INPUT_TOO_LARGE',
    });
  });

  it('are published in halves, in their order, where the broker takes less than ours', async () => {
    await outboxRows(pair.from).deleteMany({});
    for (let sequence = 1; sequence <= 20; sequence += 1) await append(200, sequence);
    const sizes: number[] = [];
    const narrow: Broker = {
      ...pair.broker,
      publish: (messages) => {
        if (messages.length > 3) return Promise.reject(new BatchTooLargeError('more than three'));
        sizes.push(messages.length);
        return pair.broker.publish(messages);
      },
    };

    const relay = await relayOf(pair.from, narrow);

    await eventually(async () => expect((await relay.lag()).rows).toBe(0));
    await relay.stop();
    expect(Math.max(...sizes)).toBe(3);
    const rows = await outboxRows(pair.from).find({}).sort({ seq: 1 }).toArray();
    expect(rows.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  });

  it('are published in Chinese, three bytes a character', async () => {
    await outboxRows(pair.from).deleteMany({});
    for (let sequence = 1; sequence <= 12; sequence += 1) await append(300, sequence);
    const note = { 'event.data.note': '牵手'.repeat(40_000) };
    await outboxRows(pair.from).updateMany({}, { $set: note });

    const relay = await relayOf(pair.from, pair.broker);

    await eventually(async () => expect((await relay.lag()).rows).toBe(0));
    await relay.stop();
  });
});

describe('what waits to be published', () => {
  it('is looked for by an index, by relay and figures alike, however long the log', async () => {
    const database = pair.from.db;
    await database?.command({ profile: 2 });
    const relay = await relayOf(pair.from, pair.broker);
    const figures = await startFigures({
      connection: pair.from,
      service: 'funding',
      fold: () => [],
      logger: createLogger({ service: 'test', level: 'silent' }),
    });

    await relay.lag();
    const asked = await eventually(async () => {
      const found = await database
        ?.collection('system.profile')
        .find({ ns: /\.outbox$/, op: { $in: ['query', 'command'] }, planSummary: { $exists: true } })
        .toArray();
      expect(found?.length).toBeGreaterThan(3);
      return found;
    });
    await figures.stop();
    await relay.stop();

    await database?.command({ profile: 0 });
    expect(asked?.filter(({ planSummary }) => planSummary === 'COLLSCAN')).toEqual([]);
  });
});
