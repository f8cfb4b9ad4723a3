import { history } from '@qianshou/service-kit/audit';
import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { pairingId, publicityId } from '../../domain/ids.ts';
import type { MutationResolvers, PublicityItemResolvers, QueryResolvers } from '../generated/resolvers.ts';
import { directionOf, recordFilterOf } from '../reference/record-list.ts';

export const publicityQueries = {
  publicityItem: (_root, { id }, { loaders }) => loaders.publicityItem.load(publicityId(id)),
  publicityItems: async (_root, { where, orderBy, ...args }, { useCases }) =>
    toConnection(
      await useCases.listPublicity(
        { ...recordFilterOf(where, where?.publishedOn), kind: where?.kind?.in ?? null },
        directionOf(orderBy, 'DESC'),
        pageOf(args),
      ),
    ),
} satisfies Partial<QueryResolvers>;

export const publicityMutations = {
  recordPublicityItem: async (_root, { input }, { useCases, actor }) => ({
    item: await useCases.recordPublicityItem(
      {
        ...input,
        pairingId: optional(input.pairingId, pairingId),
        regionCode: input.regionCode ?? null,
      },
      actor,
    ),
  }),
} satisfies Partial<MutationResolvers>;

export const PublicityItem: PublicityItemResolvers = {
  history,
  __resolveReference: ({ id }, { loaders }) => loaders.publicityItem.load(publicityId(id)),
  pairing: (item, _args, { loaders }) =>
    item.pairingId === null ? null : loaders.pairing.load(item.pairingId),
  region: ({ regionCode }) => ({ code: regionCode }),
};
