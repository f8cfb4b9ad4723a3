import { DISCLOSED_TYPES } from '../../domain/feed/disclosure.ts';
import type { FeedLog } from './ports.ts';

/** Whether this build tells of types that were passed over so far: the topics are then read from their beginning. */
export const hasNewTypes =
  ({ feed }: { readonly feed: FeedLog }) =>
  async (): Promise<boolean> => {
    const followed = await feed.followedTypes();
    return followed !== null && DISCLOSED_TYPES.some((type) => !followed.includes(type));
  };

export const followTypes =
  ({ feed }: { readonly feed: FeedLog }) =>
  (): Promise<void> =>
    feed.followTypes(DISCLOSED_TYPES);
