import type { Consumer } from '@qianshou/service-kit/inbox';
import type { Relay } from '@qianshou/service-kit/outbox';
import { eventually } from '@qianshou/testing/eventually';
import { type PrivateServers, privateServers } from '@qianshou/testing/test-servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectEveryEffectOnce, expectLogWithoutGaps } from './expectations.ts';
import { aPair, consumerOf, type Pair, relayOf } from './wiring.ts';

let servers: PrivateServers;
let pair: Pair;
let relay: Relay;
let consumer: Consumer;

beforeAll(async () => {
  servers = await privateServers();
  pair = await aPair({ mongodUri: servers.mongod.uri, brokers: servers.kafka.brokers.split(',') });
  relay = await relayOf(pair.from, pair.broker);
  consumer = await consumerOf(pair.to, pair.broker);
});

afterAll(async () => {
  await consumer.stop();
  await relay.stop();
  await pair.end();
  await servers.end();
});

/** Writes as fast as it can until told to stop. A failed command is a command that its caller would repeat. */
function startWriting(awards: readonly number[]): () => Promise<{ readonly written: number }> {
  const ending = new AbortController();
  let written = 0;
  const writers = awards.map(async (award) => {
    while (!ending.signal.aborted) {
      const paid = await pair.funding.pay(award).then(
        () => true,
        () => false,
      );
      if (paid) written += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
  return async () => {
    ending.abort();
    await Promise.all(writers);
    return { written };
  };
}

const seconds = (count: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, count * 1_000));

describe('a broker that is killed and started again under writes', () => {
  it('loses nothing, repeats no effect and keeps the order', async () => {
    const stopWriting = startWriting([1, 2, 3, 4]);
    await seconds(1);
    await servers.kafka.kill9();
    await seconds(1);
    await servers.kafka.restart();
    await seconds(1);
    const { written } = await stopWriting();

    expect(written).toBeGreaterThan(50);
    await eventually(() => expectEveryEffectOnce(pair.from, pair.to), 60_000);
    await eventually(() => expectLogWithoutGaps(pair.from));
  });
});

describe('a mongod that is killed and started again under writes', () => {
  it('leaves no event without its state and no state without its event', async () => {
    const stopWriting = startWriting([11, 12, 13, 14]);
    await seconds(1);
    await servers.mongod.kill9();
    await seconds(1);
    await servers.mongod.restart();
    await seconds(1);
    await stopWriting();

    await eventually(() => expectEveryEffectOnce(pair.from, pair.to), 60_000);
    await eventually(() => expectLogWithoutGaps(pair.from));
    expect(await pair.to.collection('dead_letters').countDocuments()).toBe(0);
  });
});
