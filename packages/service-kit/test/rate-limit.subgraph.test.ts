import { limitMetrics, mongoRateLimit, type RateLimit } from '@qianshou/service-kit/limits';
import { ensureCollectionsAndIndexes } from '@qianshou/service-kit/mongo';
import { freshDatabase } from '@qianshou/testing';
import { createConnection } from 'mongoose';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let limit: RateLimit;

beforeAll(async () => {
  database = await freshDatabase('limits');
  await ensureCollectionsAndIndexes(database.connection);
  limit = mongoRateLimit(database.connection, { name: 'looks', most: 3, seconds: 3_600 });
});
afterAll(() => database.drop());

const codeOf = (asked: Promise<void>) =>
  asked.then(() => 'DONE').catch((error: { code: string }) => error.code);

describe('a rate limit', () => {
  it('lets through so many at once and no more, and says when to ask again', async () => {
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => codeOf(limit.spend('a'))));

    expect(outcomes.toSorted()).toEqual(['DONE', 'DONE', 'DONE', 'RATE_LIMITED', 'RATE_LIMITED']);
    await expect(limit.spend('a')).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      details: { limit: 3, seconds: 3_600, retryAfter: expect.any(Number) },
    });
  });

  it('counts each key by itself, and nothing where it only asks', async () => {
    for (let at = 0; at < 9; at += 1) await limit.requireLeft('b');
    for (let at = 0; at < 3; at += 1) await limit.spend('b');

    expect(await codeOf(limit.requireLeft('b'))).toBe('RATE_LIMITED');
    expect(await codeOf(limit.requireLeft('c'))).toBe('DONE');
  });

  it('is one for all processes', async () => {
    const other = mongoRateLimit(database.connection, { name: 'looks', most: 3, seconds: 3_600 });
    await limit.spend('d');
    await other.spend('d');
    await limit.spend('d');

    expect(await codeOf(other.spend('d'))).toBe('RATE_LIMITED');
  });
});

describe('the metrics of rate limits', () => {
  it('name the limit of which callers have used up theirs', async () => {
    const metrics = new Registry();
    limitMetrics(metrics, database.connection);
    for (let at = 0; at < 3; at += 1) await limit.spend('e');

    const told = await metrics.metrics();

    expect(told).toMatch(/rate_limits_used_up\{limit="looks"\} [1-9]/);
    expect(told).toContain('metrics_unread{metric="rate_limits_used_up"} 0');
  });

  it('leave the others as they are while the database is away', async () => {
    const away = createConnection('mongodb://127.0.0.1:1/away', {
      bufferCommands: false,
      serverSelectionTimeoutMS: 50,
    });
    const refused = away.asPromise().catch(() => 'AWAY');
    mongoRateLimit(away, { name: 'looks', most: 3, seconds: 3_600 });
    const metrics = new Registry();
    limitMetrics(metrics, away);

    const told = await metrics.metrics();

    expect(told).toContain('metrics_unread{metric="rate_limits_used_up"} 1');
    expect(await refused).toBe('AWAY');
    await away.close();
  });
});
