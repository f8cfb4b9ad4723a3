import type { Subscriptions } from '@qianshou/service-kit/inbox';

/** The hub reacts to nothing: it takes in what others tell as it is, in `intake.ts`. */
export const partnersSubscriptions: Subscriptions = {
  topics: [],
  handlers: new Map(),
  ignores: () => true,
  follows: () => false,
};
