import { eventually } from '@qianshou/testing/eventually';
import type { Consumer } from '@qianshou/service-kit/inbox';
import type { Relay } from '@qianshou/service-kit/outbox';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { killTestChildren, startTestChild } from './child.ts';
import { expectEveryEffectOnce, expectLogWithoutGaps } from './expectations.ts';
import { aPair, consumerOf, LEASE_MS, type Pair, relayOf } from './wiring.ts';

let pair: Pair;
let consumer: Consumer;
let relay: Relay | undefined;

beforeEach(async () => {
  pair = await aPair();
  consumer = await consumerOf(pair.to, pair.broker);
});

afterEach(async () => {
  await relay?.stop();
  relay = undefined;
  await consumer.stop();
  await pair.end();
});

afterAll(killTestChildren);

async function payAwards(awards: number, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await Promise.all(Array.from({ length: awards }, (_, award) => pair.funding.pay(award)));
  }
}

const published = (): Promise<number> =>
  pair.from.collection('outbox').countDocuments({ publishedAt: { $ne: null } });

describe('a relay that is killed between publishing and marking', () => {
  it('publishes again after its restart, and every effect is there once', async () => {
    await payAwards(10, 5);
    const dying = startTestChild('relay.process.ts', { ...pair.address, DIE_AFTER: '1' });

    expect(await dying.exited).toBe('SIGKILL');
    expect(await published()).toBe(0);
    await payAwards(10, 1);
    relay = await relayOf(pair.from, pair.broker);

    await eventually(() => expectEveryEffectOnce(pair.from, pair.to));
    await eventually(() => expectLogWithoutGaps(pair.from));
  });
});

describe('a relay that is stopped past its lease while it holds a batch', () => {
  it('marks nothing when it wakes, and its late publishing has no second effect', async () => {
    await payAwards(10, 3);
    const sleeper = startTestChild('relay.process.ts', { ...pair.address, HOLD_BEFORE: '1' });
    await sleeper.said('holding');
    sleeper.kill('SIGSTOP');

    relay = await relayOf(pair.from, pair.broker);
    await eventually(() => expectEveryEffectOnce(pair.from, pair.to), LEASE_MS + 10_000);
    await payAwards(10, 2);
    sleeper.kill('SIGCONT');
    await sleeper.said('published');
    // Long enough for it to mark, if nothing kept it from that.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await payAwards(10, 2);

    await eventually(() => expectEveryEffectOnce(pair.from, pair.to));
    await eventually(() => expectLogWithoutGaps(pair.from));
    await eventually(pair.caughtUp);
    await expectEveryEffectOnce(pair.from, pair.to);
    sleeper.kill('SIGKILL');
  });
});
