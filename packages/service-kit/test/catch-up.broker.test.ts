import {
  type Consumer,
  inboxCollections,
  listDeadLetters,
  subscribe,
  type Subscriptions,
  together,
} from '@qianshou/service-kit/inbox';
import { transactionSession } from '@qianshou/service-kit/mongo';
import type { Relay } from '@qianshou/service-kit/outbox';
import { eventually } from '@qianshou/testing/eventually';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectEveryEffectOnce } from './expectations.ts';
import { type History, PAID, versionsOf } from './two-services.ts';
import { aPair, consumerOf, type Pair, relayOf } from './wiring.ts';

const APPROVED = 'qianshou.funding.award-approved.v1';
const DRAFTED = 'qianshou.funding.budget-drafted.v1';
const RETRY_POLICY = { waitMs: 1_500, gapMs: 200 };
const AWARDS = [1, 2, 3, 4, 5, 6, 7, 8];

let pair: Pair;
let relay: Relay;
let consumer: Consumer | null;

beforeEach(async () => {
  pair = await aPair();
  relay = await relayOf(pair.from, pair.broker);
  consumer = null;
});

afterEach(async () => {
  await consumer?.stop();
  await relay.stop();
  await pair.end();
});

/** Not exhaustive on purpose: the rest is of no interest here. */
const partly = subscribe<'funding'>() as unknown as (choice: object) => Subscriptions;
const nothing = async (): Promise<void> => {};

/** A build of the listener: what it reacts to. */
const reactingTo = (on: object): Subscriptions => partly({ on, ignore: [] });

const onPaid = async ({ data, sequence }: { data: { awardId: string }; sequence: string }): Promise<void> => {
  await write(data.awardId, [Number(sequence)]);
};

/** A copy is told what events say, and nothing of the events: here, which of an award's payments it was. */
const onPaidTogether = together(async (...paid: readonly { readonly awardId: string }[]) => {
  for (const { awardId } of paid) await write(awardId, [(await versions(awardId)).length + 1]);
});

async function versions(_id: string): Promise<readonly number[]> {
  const histories = pair.to.collection<History>('histories');
  return (await histories.findOne({ _id }, { session: transactionSession() }))?.versions ?? [];
}

async function write(_id: string, told: readonly number[]): Promise<void> {
  await pair.to
    .collection<History>('histories')
    .updateOne(
      { _id },
      { $push: { versions: { $each: [...told] } } },
      { upsert: true, session: transactionSession() },
    );
}

async function start(on: object): Promise<void> {
  await consumer?.stop();
  consumer = await consumerOf(pair.to, pair.broker, RETRY_POLICY, reactingTo(on));
}

async function payAll(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1)
    await Promise.all(AWARDS.map((award) => pair.funding.pay(award)));
}

const expectHandedOver = async (): Promise<void> => {
  const catchUps = await inboxCollections(pair.to).catchUps.find({}).toArray();
  expect(catchUps).toHaveLength(1);
  expect(catchUps[0]?.doneAt).not.toBeNull();
};

const HISTORIES: readonly (readonly [string, object])[] = [
  ['an aggregate that nothing followed before', { [DRAFTED]: nothing }],
  ['an aggregate that another reaction follows already', { [APPROVED]: nothing }],
];

const ADDITIONS: readonly (readonly [string, unknown])[] = [
  ['a reaction', onPaid],
  ['a copy', onPaidTogether],
];

describe.each(HISTORIES)('to %s', (_what, before) => {
  it.each(ADDITIONS)(
    '%s that is added reads what was told before, and takes over, without loss, double or gap, under writes',
    async (_addition, added) => {
      await start(before);
      await payAll(10);
      await eventually(pair.caughtUp);
      expect(await versionsOf(pair.to, 1)).toEqual([]);

      await start({ ...before, [PAID]: added });
      await payAll(10);
      await eventually(expectHandedOver);
      await payAll(5);

      await eventually(() => expectEveryEffectOnce(pair.from, pair.to));
      await start({ ...before, [PAID]: added });
      await payAll(2);
      await eventually(() => expectEveryEffectOnce(pair.from, pair.to));
      expect(await listDeadLetters(pair.to)).toEqual([]);
      await expectHandedOver();
    },
  );
});

describe('a reaction that is added', () => {
  it('goes on where it was when its process stops in the midst of it', async () => {
    await start({ [DRAFTED]: nothing });
    await payAll(20);
    await eventually(pair.caughtUp);

    for (let time = 0; time < 4; time += 1) await start({ [DRAFTED]: nothing, [PAID]: onPaid });
    await payAll(2);

    await eventually(expectHandedOver);
    await eventually(() => expectEveryEffectOnce(pair.from, pair.to));
  });

  it('has each effect once also when an earlier build ran for a while in between', async () => {
    await start({ [APPROVED]: nothing, [PAID]: onPaid });
    await payAll(5);
    await eventually(() => expectEveryEffectOnce(pair.from, pair.to));
    await start({ [APPROVED]: nothing });
    await payAll(5);
    await eventually(pair.caughtUp);

    await start({ [APPROVED]: nothing, [PAID]: onPaid });
    await payAll(2);

    await eventually(() => expectEveryEffectOnce(pair.from, pair.to));
    expect(await listDeadLetters(pair.to)).toEqual([]);
  });

  it('is not handed over while an event of the past waits for an operator', async () => {
    await start({ [DRAFTED]: nothing });
    await payAll(3);
    await eventually(pair.caughtUp);
    let isMended = false;
    const failing = async (event: Parameters<typeof onPaid>[0]): Promise<void> => {
      if (!isMended && event.sequence === '2') throw new TypeError('a bug in the reaction');
      await onPaid(event);
    };

    await start({ [DRAFTED]: nothing, [PAID]: failing });
    await eventually(async () => expect(await listDeadLetters(pair.to)).toHaveLength(2 * AWARDS.length));
    await payAll(1);
    isMended = true;
    await pair.to.collection('dead_letters').updateMany({ status: 'DEAD' }, { $set: { request: 'REDRIVE' } });

    await eventually(expectHandedOver);
    await eventually(() => expectEveryEffectOnce(pair.from, pair.to));
  });
});
