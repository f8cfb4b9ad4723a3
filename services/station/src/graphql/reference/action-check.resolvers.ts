import { ownActionCheck } from '@qianshou/service-kit/graphql';
import { checkedBy } from '../../domain/reference/checked-objects.ts';
import type { ActionCheckResolvers, QueryResolvers } from '../generated/resolvers.ts';
import type { ActionCheckParent } from '../mappers.ts';

/** Of what others own the key alone: the gateway asks the owner. */
export const actionCheckQueries = {
  actionCheck: async (_root, { id: objectId, action }, context, info) => {
    const key = { objectId, action, checkedBy: checkedBy(objectId) };
    if (key.checkedBy !== 'Station') return key;
    const own = await ownActionCheck({ objectId, action }, context, info, 'StationActionCheck');
    return { ...(own as ActionCheckParent), ...key };
  },
} satisfies Partial<QueryResolvers>;

export const ActionCheck: ActionCheckResolvers = {
  __resolveType: ({ checkedBy: owner }) => `${owner}ActionCheck` as const,
};
