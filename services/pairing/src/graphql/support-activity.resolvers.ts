import { pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { activityId, pairingId } from '../domain/ids.ts';
import type { MutationResolvers, QueryResolvers, SupportActivityResolvers } from './generated/resolvers.ts';
import { directionOf, recordFilterOf } from './record-list.ts';
import { recordReferences } from './references.ts';

export const activityQueries = {
  supportActivity: (_root, { id }, { loaders }) => loaders.activity.load(activityId(id)),
  supportActivities: async (_root, { where, orderBy, ...args }, { useCases }) =>
    toConnection(
      await useCases.listActivities(
        { ...recordFilterOf(where), taskGroup: where?.taskGroup?.in ?? null, kind: where?.kind?.in ?? null },
        directionOf(orderBy, 'DESC'),
        pageOf(args),
      ),
    ),
} satisfies Partial<QueryResolvers>;

export const activityMutations = {
  logSupportActivity: async (_root, { input }, { useCases, actor }) => ({
    activity: await useCases.logSupportActivity(
      { ...input, pairingId: pairingId(input.pairingId), note: input.note ?? null },
      actor,
    ),
  }),
} satisfies Partial<MutationResolvers>;

export const SupportActivity: SupportActivityResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.activity.load(activityId(id)),
  ...recordReferences,
  evidenceUrls: ({ evidenceUrls }) => [...evidenceUrls],
};
