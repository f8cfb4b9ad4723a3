import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { TOPICS } from '@qianshou/events';
import { createLogger } from '@qianshou/service-kit/logging';
import { eventually } from '@qianshou/testing/eventually';
import { withPrivateTopics } from '@qianshou/testing/private-topics';
import { testBrokers } from '@qianshou/testing/test-servers';
import { Kafka } from 'kafkajs';
import { Registry } from 'prom-client';
import { afterAll, describe, expect, it } from 'vitest';
import { watchBroker } from '../service/broker-watch.ts';
import { kafkaBroker } from './kafka-broker.ts';

const prefix = `deleted-${randomUUID().slice(0, 8)}`;
const logger = createLogger({ service: 'test', level: 'silent' });
const shared = kafkaBroker({ brokers: testBrokers(), clientId: 'test', replicationFactor: 1, logger });
const broker = withPrivateTopics(shared, prefix);
const admin = new Kafka({ brokers: [...testBrokers()] }).admin();
const metrics = new Registry();

afterAll(async () => {
  await admin.disconnect();
  await shared.close();
});

const LOST = 'qianshou.funding.v1';

describe('a topic that is deleted', () => {
  it('is named, counted, and not made anew unasked', async () => {
    // Before it watches: what is not there yet it makes.
    await broker.ensureTopics(TOPICS);
    const watch = watchBroker({ broker, logger, metrics, lookEveryMs: 500 });
    await setTimeout(3_000);
    expect(watch.missing()).toEqual([]);

    await admin.deleteTopics({ topics: [`${prefix}.${LOST}`] });

    await eventually(() => expect(watch.missing()).toEqual([LOST]));
    expect(await metrics.metrics()).toContain(`kafka_topic_missing{topic="${LOST}"} 1`);
    expect(await broker.listTopics()).not.toContain(LOST);
    await watch.stop();
  });
});
