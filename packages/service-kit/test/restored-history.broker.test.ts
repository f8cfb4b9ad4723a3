import { type Consumer, listDeadLetters, reactionOf, type Subscriptions } from '@qianshou/service-kit/inbox';
import { transactionSession } from '@qianshou/service-kit/mongo';
import { beginEpoch, outboxRows, type Relay, republish } from '@qianshou/service-kit/outbox';
import { eventually } from '@qianshou/testing/eventually';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Award, awardId, listener, PAID } from './two-services.ts';
import { aPair, consumerOf, type Pair, relayOf } from './wiring.ts';

let pair: Pair;
let relay: Relay;
let consumer: Consumer;

beforeEach(async () => {
  pair = await aPair();
  relay = await relayOf(pair.from, pair.broker);
  consumer = await consumerOf(pair.to, pair.broker, { gapMs: 200 }, copying());
});

afterEach(async () => {
  await consumer.stop();
  await relay.stop();
  await pair.end();
});

interface Copy {
  readonly _id: string;
  readonly amountFen: string;
  readonly sequence: number;
}

/** Keeps of each award what was paid last. */
function copying(): Subscriptions {
  const onPaid = async ({
    data,
    sequence,
  }: {
    data: Omit<Copy, '_id'> & { awardId: string };
    sequence: string;
  }) => {
    const { awardId: _id, amountFen } = data;
    await pair.to
      .collection<Copy>('copies')
      .replaceOne(
        { _id },
        { amountFen, sequence: Number(sequence) },
        { upsert: true, session: transactionSession() },
      );
  };
  return { ...listener(pair.to), handlers: new Map([[PAID, reactionOf(onPaid as never)]]) };
}

const copies = () => pair.to.collection<Copy>('copies').find().sort({ _id: 1 }).toArray();

/** What the owner's log comes to. */
async function truth(): Promise<readonly Copy[]> {
  const rows = await outboxRows(pair.from).find().sort({ aggregateId: 1, sequence: 1 }).toArray();
  const last = new Map(
    rows.map(({ aggregateId, sequence, event }) => {
      const { amountFen } = event.data as Copy;
      return [aggregateId, { _id: aggregateId, amountFen, sequence }] as const;
    }),
  );
  return [...last.values()].toSorted((a, b) => (a._id < b._id ? -1 : 1));
}

const expectEqualCopies = async (): Promise<void> => expect(await copies()).toEqual(await truth());

/** As a dump of earlier holds it. */
async function putBack(to: number): Promise<void> {
  await relay.stop();
  await outboxRows(pair.from).deleteMany({ sequence: { $gt: to } });
  await pair.from.collection<Award>('awards').updateMany({}, { $set: { version: to } });
}

async function payAll(amountFen: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1)
    for (const award of [1, 2, 3]) await pair.funding.pay(award, amountFen);
}

describe('a service that was put back to an earlier state', () => {
  it('is believed in what it says in its new epoch, and ends with equal copies', async () => {
    await payAll('100', 5);
    await eventually(expectEqualCopies);
    await putBack(3);

    await beginEpoch(pair.from, new Date());
    relay = await relayOf(pair.from, pair.broker);
    await payAll('200', 1);

    await eventually(expectEqualCopies);
    expect((await copies())[0]).toMatchObject({ amountFen: '200', sequence: 4 });
    await payAll('300', 3);
    await eventually(expectEqualCopies);
    expect(await listDeadLetters(pair.to)).toEqual([]);
  });

  it('stays believed when the topic, with both epochs, is read again', async () => {
    await payAll('100', 5);
    await eventually(expectEqualCopies);
    await putBack(3);
    await beginEpoch(pair.from, new Date());
    relay = await relayOf(pair.from, pair.broker);
    await payAll('200', 1);
    await eventually(expectEqualCopies);

    await eventually(pair.caughtUp);
    await consumer.stop();
    await pair.rewind();
    consumer = await consumerOf(pair.to, pair.broker, { gapMs: 200 }, copying());
    await eventually(pair.caughtUp);

    await expectEqualCopies();
    expect(await listDeadLetters(pair.to)).toEqual([]);
  });

  it('contradicts itself as long as nobody says that it was put back, and that is seen', async () => {
    await payAll('100', 5);
    await eventually(expectEqualCopies);
    await putBack(3);

    relay = await relayOf(pair.from, pair.broker);
    await pair.funding.pay(1, '200');

    await eventually(async () =>
      expect(await listDeadLetters(pair.to)).toMatchObject([{ reason: 'CONFLICT', sequence: 4 }]),
    );
    expect((await copies())[0]).toMatchObject({ _id: awardId(1), amountFen: '100', sequence: 5 });
  });
});

describe('sending the log again', () => {
  it('fills a topic again, and changes nothing where everything was had', async () => {
    await payAll('100', 4);
    await eventually(async () => expect((await relay.lag()).rows).toBe(0));

    expect(await republish(pair.from, 5)).toBe(8);

    await eventually(async () => expect((await relay.lag()).rows).toBe(0));
    await eventually(pair.caughtUp);
    await expectEqualCopies();
    expect(await listDeadLetters(pair.to)).toEqual([]);
  });
});
