import { listDeadLetters } from '@qianshou/service-kit/inbox';
import type { Relay } from '@qianshou/service-kit/outbox';
import { type PrivateServers, privateServers } from '@qianshou/testing/test-servers';
import { eventually } from '@qianshou/testing/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killTestChildren, startTestChild } from './child.ts';
import { KILLS, versionsOf } from './two-services.ts';
import { aPair, type Pair, relayOf } from './wiring.ts';

let servers: PrivateServers;
let pair: Pair;
let relay: Relay;

beforeAll(async () => {
  servers = await privateServers();
  pair = await aPair({ mongodUri: servers.mongod.uri, brokers: servers.kafka.brokers.split(',') });
  // A killed process leaves its transaction open, and what it wrote locked, until the server's limit (a minute).
  await pair.to.getClient().db('admin').command({ setParameter: 1, transactionLifetimeLimitSeconds: 2 });
  relay = await relayOf(pair.from, pair.broker);
});

afterAll(async () => {
  killTestChildren();
  await relay.stop();
  await pair.end();
  await servers.end();
});

/** A member that dies while its group is being rebalanced holds the group for Kafka's rebalance timeout, a minute. */
const PATIENCE_MS = 90_000;

describe('an event that kills the process', { timeout: 240_000 }, () => {
  it('is found out after three deaths and set aside, and everything else takes effect once', async () => {
    await pair.funding.pay(1);
    await pair.funding.pay(1, KILLS);
    await pair.funding.pay(1);
    await pair.funding.pay(2);

    let deaths = 0;
    for (;;) {
      const child = startTestChild('consumer.process.ts', pair.address);
      const settled = eventually(async () => {
        expect(await versionsOf(pair.to, 2)).toEqual([1]);
        expect(await listDeadLetters(pair.to)).toHaveLength(2);
        return 'SETTLED' as const;
      }, PATIENCE_MS);
      if ((await Promise.race([child.exited, settled])) === 'SETTLED') break;
      settled.catch(() => undefined);
      deaths += 1;
    }

    // Once together with its neighbours, then by itself.
    expect(deaths).toBe(4);
    expect(await versionsOf(pair.to, 1)).toEqual([1]);
    expect(await listDeadLetters(pair.to)).toMatchObject([
      { status: 'DEAD', reason: 'KILLS_THE_PROCESS', sequence: 2, attempts: 3 },
      { status: 'PARKED', sequence: 3 },
    ]);
  });
});
