import type { Subscriptions } from '@qianshou/service-kit/inbox';

/** Nothing here reacts to an event: whole logs are read, see `log-reader.ts`. */
export const insightSubscriptions: Subscriptions = {
  topics: [],
  handlers: new Map(),
  ignores: () => true,
  follows: () => false,
};
