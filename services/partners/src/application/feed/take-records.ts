import type { FeedLog, HeardRecord } from './ports.ts';

/** What the services tell, in the order in which it came: once each, whatever comes twice. */
export const takeRecords =
  ({ feed }: { readonly feed: FeedLog }) =>
  (records: readonly HeardRecord[]): Promise<number> =>
    records.length === 0 ? Promise.resolve(0) : feed.take(records);
