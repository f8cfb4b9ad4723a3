import { rateLimited } from '@qianshou/kernel';
import type { Connection } from 'mongoose';
import type { Registry } from 'prom-client';
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import { scrapedGauge } from '../loops/scraped-gauge.ts';
import { RATE_LIMITS } from './collection.ts';

export interface RateLimitSettings {
  /** Keys of different limits never meet. */
  readonly name: string;
  readonly most: number;
  readonly seconds: number;
}

/** So many in so long a time for one key, counted for all processes of a service together. */
export interface RateLimit {
  /** Counts one. @throws RATE_LIMITED when it is one too many. */
  readonly spend: (key: string) => Promise<void>;
  /** Counts nothing. @throws RATE_LIMITED when the next would be one too many. */
  readonly requireLeft: (key: string) => Promise<void>;
}

const limitsOf = new WeakMap<Connection, RateLimitSettings[]>();

/** Counted beside every transaction: what is rolled back was asked all the same. */
export function mongoRateLimit(connection: Connection, settings: RateLimitSettings): RateLimit {
  const { name, most, seconds } = settings;
  limitsOf.set(connection, [...(limitsOf.get(connection) ?? []), settings]);
  const limiter = new RateLimiterMongo({
    storeClient: connection.getClient(),
    dbName: connection.name,
    tableName: RATE_LIMITS,
    keyPrefix: name,
    points: most,
    duration: seconds,
    disableIndexesCreation: true,
  });
  return {
    spend: async (key) => {
      try {
        await limiter.consume(key);
      } catch (error) {
        throw error instanceof RateLimiterRes ? refusal(settings, error) : error;
      }
    },
    requireLeft: async (key) => {
      const used = await limiter.get(key);
      if (used !== null && used.consumedPoints >= most) throw refusal(settings, used);
    },
  };
}

function refusal({ most, seconds }: RateLimitSettings, { msBeforeNext }: RateLimiterRes) {
  return rateLimited({ retryAfter: Math.max(1, Math.ceil(msBeforeNext / 1_000)), limit: most, seconds });
}

/** For alarms: how many keys have used up a limit at this moment. */
export function limitMetrics(metrics: Registry, connection: Connection): void {
  scrapedGauge({
    metrics,
    name: 'rate_limits_used_up',
    help: 'Callers who have used up a limit and are refused now, by limit',
    labelNames: ['limit'],
    read: () =>
      Promise.all(
        (limitsOf.get(connection) ?? []).map(async ({ name, most }) => {
          const used = { key: { $regex: `^${name}:` }, points: { $gte: most }, expire: { $gt: new Date() } };
          const value = await connection.collection(RATE_LIMITS).countDocuments(used);
          return { labels: { limit: name }, value };
        }),
      ),
  });
}
