import type { Consumer } from '@qianshou/service-kit/inbox';
import type { Broker } from '@qianshou/service-kit/kafka';
import type { Relay } from '@qianshou/service-kit/outbox';
import { eventually } from '@qianshou/testing/eventually';
import { type PrivateServers, privateServers } from '@qianshou/testing/test-servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectEveryEffectOnce, expectLogWithoutGaps } from './expectations.ts';
import { killTestChildren, startTestChild } from './child.ts';
import { aPair, brokerOf, consumerOf, type Pair, relayOf } from './wiring.ts';

let servers: PrivateServers;
let pair: Pair;
let relay: Relay;
let consumer: Consumer;

beforeAll(async () => {
  servers = await privateServers();
  pair = await aPair({ mongodUri: servers.mongod.uri, brokers: servers.kafka.brokers.split(',') });
  relay = await relayOf(pair.from, pair.broker);
  consumer = await consumerOf(pair.to, broker());
});

afterAll(async () => {
  killTestChildren();
  await consumer.stop();
  await relay.stop();
  await pair.end();
  await servers.end();
});

/** As a process of production has it. */
const broker = (): Broker =>
  brokerOf(servers.kafka.brokers.split(','), pair.address['PREFIX'] ?? '', 'of production');

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

/** What an operator may be made to wait for reactions after a fault, with the settings of production. */
const BACK_WITHIN_MS = 15_000;

describe('a broker that is killed and started again under writes', () => {
  it('loses nothing, repeats no effect and keeps the order', async () => {
    const stopWriting = startWriting([1, 2, 3, 4]);
    await seconds(1);
    await servers.kafka.kill9();
    await seconds(1);
    const { written } = await stopWriting();
    // The log goes on without a broker.
    await eventually(() => expectLogWithoutGaps(pair.from), 5_000);
    await servers.kafka.restart();

    expect(written).toBeGreaterThan(50);
    await eventually(() => expectEveryEffectOnce(pair.from, pair.to), BACK_WITHIN_MS);
    expect(await pair.to.collection('dead_letters').countDocuments()).toBe(0);
  });

  it('is waited for by a process that starts while it is away', async () => {
    await consumer.stop();
    await servers.kafka.kill9();
    consumer = await consumerOf(pair.to, broker());
    await pair.funding.pay(5);
    await servers.kafka.restart();

    await eventually(() => expectEveryEffectOnce(pair.from, pair.to), BACK_WITHIN_MS);
  });
});

describe('a consumer that is killed', () => {
  it('is followed by another one soon', async () => {
    await consumer.stop();
    const child = startTestChild('consumer.process.ts', { ...pair.address, SESSION: 'of production' });
    await pair.funding.pay(21);
    await eventually(() => expectEveryEffectOnce(pair.from, pair.to));
    child.kill('SIGKILL');
    await child.exited;

    consumer = await consumerOf(pair.to, broker());
    await pair.funding.pay(21);

    await eventually(() => expectEveryEffectOnce(pair.from, pair.to), BACK_WITHIN_MS);
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
