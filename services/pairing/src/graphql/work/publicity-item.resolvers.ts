import { canPutRight, grounds, type Written } from '@qianshou/kernel';
import { history } from '@qianshou/service-kit/audit';
import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { pairingId, publicityId } from '../../domain/ids.ts';
import type { PublicityFacts } from '../../domain/work/publicity-item.ts';
import { publicityToPutRight } from '../../domain/work/putting-right.ts';
import type {
  MutationResolvers,
  PublicityItemResolvers,
  QueryResolvers,
  StrikePublicityItemInput,
} from '../generated/resolvers.ts';
import { directionOf, recordFilterOf } from '../reference/record-list.ts';
import { namedIn, struckFields } from '../reference/references.ts';

export const publicityQueries = {
  publicityItem: (_root, { id }, { loaders }) => loaders.publicityItem.load(publicityId(id)),
  publicityItems: async (_root, { where, orderBy, ...args }, { useCases }) =>
    toConnection(
      await useCases.listPublicity(
        {
          ...recordFilterOf(where, where?.publishedOn),
          kind: where?.kind?.in ?? null,
          struck: where?.struck ?? false,
        },
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
  correctPublicityItem: async (_root, { input }, { useCases, actor }) => {
    const { kind, title, link, publishedOn } = input;
    const corrected = namedIn<Written<PublicityFacts>>({ kind, title, link, publishedOn });
    return { item: await useCases.correctPublicityItem({ ...mistakeOf(input), corrected }, actor) };
  },
  strikePublicityItem: async (_root, { input }, { useCases, actor }) => ({
    item: await useCases.strikePublicityItem(mistakeOf(input), actor),
  }),
} satisfies Partial<MutationResolvers>;

function mistakeOf(input: StrikePublicityItemInput) {
  return {
    publicityId: publicityId(input.publicityId),
    ...grounds(input),
    expectedVersion: input.expectedVersion ?? null,
    idempotencyKey: input.idempotencyKey,
  };
}

export const PublicityItem: PublicityItemResolvers = {
  history,
  __resolveReference: ({ id }, { loaders }) => loaders.publicityItem.load(publicityId(id)),
  pairing: (item, _args, { loaders }) =>
    item.pairingId === null ? null : loaders.pairing.load(item.pairingId),
  region: ({ regionCode }) => ({ code: regionCode }),
  ...struckFields,
  corrections: ({ corrections = [] }) => [...corrections],
  allowedActions: async (item, _args, { actor, loaders }) =>
    item.struck === null &&
    canPutRight(actor, publicityToPutRight(actor, item, await loaders.correctionTime(item.regionCode)))
      ? ['CORRECT', 'STRIKE']
      : [],
};
