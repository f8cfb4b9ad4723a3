import { followFeed } from './feed/follow-feed.ts';
import { followTypes, hasNewTypes } from './feed/follow-types.ts';
import { readFeed } from './feed/read-feed.ts';
import { takeRecords } from './feed/take-records.ts';
import type { Ports } from './ports.ts';

export type UseCases = ReturnType<typeof partnersUseCases>;

export function partnersUseCases(ports: Ports) {
  return {
    followFeed: followFeed(ports),
    followTypes: followTypes(ports),
    hasNewTypes: hasNewTypes(ports),
    heardOfServices: ports.feed.heard,
    readFeed: readFeed(ports),
    takeRecords: takeRecords(ports),
  };
}
