import type { FeedLog } from './feed/ports.ts';

export interface Ports {
  readonly feed: FeedLog;
}
