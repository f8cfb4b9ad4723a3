import { type Consumer, listDeadLetters, requestForDeadLetters } from '@qianshou/service-kit/inbox';
import type { Relay } from '@qianshou/service-kit/outbox';
import { eventually } from '@qianshou/testing/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectEveryEffectOnce, expectLogWithoutGaps } from './expectations.ts';
import { NEEDS_STATION, POISON, versionsOf } from './two-services.ts';
import { aPair, consumerOf, type Pair, relayOf } from './wiring.ts';

const RETRY_POLICY = { waitMs: 1_500, gapMs: 200 };

let pair: Pair;
let relay: Relay;
let consumer: Consumer;

beforeAll(async () => {
  pair = await aPair();
  relay = await relayOf(pair.from, pair.broker);
  consumer = await consumerOf(pair.to, pair.broker, RETRY_POLICY);
});

afterAll(async () => {
  await consumer.stop();
  await relay.stop();
  await pair.end();
});

/** Award numbers of one test are no other's, so that the tests may share the two services. */
const pay = (award: number, amountFen?: string): Promise<number> => pair.funding.pay(award, amountFen);

async function payTimes(award: number, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await pay(award);
}

describe('the way of an event', () => {
  it('takes effect once in the other service, in order per aggregate', async () => {
    await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((award) => payTimes(award, 15)));

    await eventually(() => expectEveryEffectOnce(pair.from, pair.to));
    await eventually(() => expectLogWithoutGaps(pair.from));
  });

  it('ends with nothing waiting in the outbox', async () => {
    await pay(9);

    await eventually(async () => expect(await relay.lag()).toEqual({ rows: 0, oldestSeconds: 0 }));
  });

  it('leaves nothing behind when the command fails', async () => {
    await expect(pay(10, 'not an amount')).rejects.toThrow();

    expect(await pair.from.collection('awards').countDocuments({ _id: /10$/ as never })).toBe(0);
  });
});

describe('an event that comes again', () => {
  it('changes nothing when the whole topic is delivered again', async () => {
    await eventually(pair.caughtUp);
    await consumer.stop();
    await pair.rewind();

    consumer = await consumerOf(pair.to, pair.broker, RETRY_POLICY);
    await eventually(pair.caughtUp);

    await expectEveryEffectOnce(pair.from, pair.to);
  });

  it('changes nothing under another id, is a dead letter for that, and keeps nobody waiting', async () => {
    await pair.publishByHand(1, 3);
    await pair.publishByHand(1, 15);
    await pay(1);

    await eventually(() => expectEveryEffectOnce(pair.from, pair.to));
    expect(await listDeadLetters(pair.to)).toMatchObject([
      { reason: 'CONFLICT', sequence: 3, status: 'DEAD' },
      { reason: 'CONFLICT', sequence: 15, status: 'DEAD' },
    ]);
    await requestForDeadLetters(pair.to, 'DISCARD', null);
    await eventually(async () => expect(await listDeadLetters(pair.to)).toEqual([]));
    await pay(1);
    await eventually(() => expectEveryEffectOnce(pair.from, pair.to));
  });
});

describe('an event that cannot be applied', () => {
  it('becomes a dead letter with its reason, its aggregate waits, others flow, and redrive applies both', async () => {
    await pay(21);
    await pay(21, POISON);
    await pay(21);
    await pay(22);

    await eventually(async () => expect(await versionsOf(pair.to, 22)).toEqual([1]));
    const letters = await eventually(async () => {
      const found = await listDeadLetters(pair.to);
      expect(found.map(({ status, sequence }) => ({ status, sequence }))).toEqual([
        { status: 'DEAD', sequence: 2 },
        { status: 'PARKED', sequence: 3 },
      ]);
      return found;
    });
    expect(letters[0]).toMatchObject({ reason: 'FAILED', message: 'a bug in the reaction', attempts: 1 });
    expect(await versionsOf(pair.to, 21)).toEqual([1]);

    await pair.to.collection('mended').insertOne({});
    await requestForDeadLetters(pair.to, 'REDRIVE', letters[0]?.event?.id ?? '');

    await eventually(() => expectEveryEffectOnce(pair.from, pair.to));
    expect(await listDeadLetters(pair.to)).toEqual([]);
    await pay(21);
    await eventually(async () => expect(await versionsOf(pair.to, 21)).toEqual([1, 2, 3, 4]));
    await pair.to.collection('mended').deleteMany({});
  });

  it('stays a dead letter when redriving fails again', async () => {
    await pay(23, POISON);
    const [letter] = await eventually(async () => {
      const found = await listDeadLetters(pair.to);
      expect(found).toHaveLength(1);
      return found;
    });

    await requestForDeadLetters(pair.to, 'REDRIVE', null);

    await eventually(async () => {
      const [again] = await listDeadLetters(pair.to);
      expect(again).toMatchObject({ _id: letter?._id, status: 'DEAD', attempts: 2, request: null });
    });
  });

  it('can be dropped, and what waited behind it is applied', async () => {
    await pay(23);
    await eventually(async () => expect(await listDeadLetters(pair.to)).toHaveLength(2));

    await requestForDeadLetters(pair.to, 'DISCARD', null);

    await eventually(async () => expect(await versionsOf(pair.to, 23)).toEqual([2]));
    expect(await listDeadLetters(pair.to)).toEqual([]);
  });

  it('is dead with GAP when its predecessor never came', async () => {
    await pair.publishByHand(24, 2);

    await eventually(async () => {
      const found = await listDeadLetters(pair.to);
      expect(found).toMatchObject([{ reason: 'GAP', sequence: 2, status: 'DEAD' }]);
    });
    await requestForDeadLetters(pair.to, 'DISCARD', null);
    await eventually(async () => expect(await listDeadLetters(pair.to)).toEqual([]));
  });

  it('is applied, and all that waits behind it, as soon as its predecessor comes', async () => {
    await pair.publishByHand(26, 1);
    await pair.publishByHand(26, 3);
    await pair.publishByHand(26, 4);
    await eventually(async () => expect(await listDeadLetters(pair.to)).toHaveLength(2));

    await pair.publishByHand(26, 2);

    await eventually(async () => expect(await versionsOf(pair.to, 26)).toEqual([1, 2, 3, 4]));
    expect(await listDeadLetters(pair.to)).toEqual([]);
  });

  it('is never applied before its predecessor, whatever is redriven', async () => {
    await pair.publishByHand(27, 1);
    await pair.publishByHand(27, 3);
    const [letter] = await eventually(async () => {
      const found = await listDeadLetters(pair.to);
      expect(found).toMatchObject([{ reason: 'GAP', sequence: 3 }]);
      return found;
    });

    await requestForDeadLetters(pair.to, 'REDRIVE', letter?._id ?? null);

    await eventually(async () =>
      expect(await listDeadLetters(pair.to)).toMatchObject([
        { reason: 'GAP', attempts: (letter?.attempts ?? 0) + 1 },
      ]),
    );
    expect(await versionsOf(pair.to, 27)).toEqual([1]);
    await pair.publishByHand(27, 2);
    await eventually(async () => expect(await versionsOf(pair.to, 27)).toEqual([1, 2, 3]));
  });

  it('is kept byte for byte when it is no event at all', async () => {
    await pair.publishByHand(25, 1, { specversion: '9.9' });

    await eventually(async () => {
      const [letter] = await listDeadLetters(pair.to);
      expect(letter).toMatchObject({ reason: 'NOT_AN_EVENT', subject: null });
      expect(letter?.raw?.value?.value()?.toString()).toContain('"specversion":"9.9"');
    });
    await requestForDeadLetters(pair.to, 'DISCARD', null);
    await eventually(async () => expect(await listDeadLetters(pair.to)).toEqual([]));
  });
});

describe('an event that comes before what it needs', () => {
  it('waits without holding up others, and takes effect once what it needs is there', async () => {
    await pay(31, NEEDS_STATION);
    await pay(31);
    await eventually(async () => {
      expect(await pair.to.collection('inbox_attempts').countDocuments()).toBe(1);
    });

    await pay(33);
    await eventually(async () => expect(await versionsOf(pair.to, 33)).toEqual([1]), 1_000);
    await pair.to.collection('stations').insertOne({});

    await eventually(async () => expect(await versionsOf(pair.to, 31)).toEqual([1, 2]));
    await pair.to.collection('stations').deleteMany({});
  });

  it('is dead with NOT_KNOWN_HERE_YET when it waits in vain', async () => {
    await pay(32, NEEDS_STATION);

    await eventually(async () => {
      const found = await listDeadLetters(pair.to);
      expect(found).toMatchObject([{ reason: 'NOT_KNOWN_HERE_YET' }]);
      expect(found[0]?.attempts).toBeGreaterThan(3);
    });
  });
});

describe('an event of an unknown type', () => {
  it('is told and passed over, and the aggregate goes on', async () => {
    await pair.publishByHand(41, 1, { type: 'qianshou.funding.award-framed.v7' });
    await pair.publishByHand(41, 2);

    await eventually(async () => expect(await versionsOf(pair.to, 41)).toEqual([2]));
  });
});
