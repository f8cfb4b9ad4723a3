import { grounds, publicText } from '@qianshou/kernel';
import { history } from '@qianshou/service-kit/audit';
import { type Connection, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { actionsOnActivity } from '../../domain/work/allowed-work-actions.ts';
import { activityId, pairingId } from '../../domain/ids.ts';
import type { ActivityFilter } from '../../application/work/ports.ts';
import {
  type ActivityEntry,
  httpsLink,
  type SupportActivity as ActivityState,
} from '../../domain/work/support-activity.ts';
import type { Context } from '../context.ts';
import type {
  ConfirmSupportActivityInput,
  MutationResolvers,
  QueryResolvers,
  QuerySupportActivitiesArgs,
  SupportActivityCorrectionResolvers,
  SupportActivityFilter,
  SupportActivityResolvers,
} from '../generated/resolvers.ts';
import { directionOf, recordFilterOf } from '../reference/record-list.ts';
import { namedIn, recordReferences, struckFields, workFacts } from '../reference/references.ts';

export const activityQueries = {
  supportActivity: (_root, { id }, { loaders }) => loaders.activity.load(activityId(id)),
  supportActivities: (_root, args, context) => activitiesOf(args, context),
} satisfies Partial<QueryResolvers>;

/** The list at the root, and that of a pairing. */
export async function activitiesOf(
  { where, orderBy, ...args }: Partial<QuerySupportActivitiesArgs>,
  { useCases }: Context,
): Promise<Connection<ActivityState>> {
  const direction = directionOf(orderBy, 'DESC');
  return toConnection(await useCases.listActivities(filterOf(where ?? {}), direction, pageOf(args)));
}

function filterOf(where: SupportActivityFilter): ActivityFilter {
  const { taskGroup, kind, struck } = where;
  return {
    ...recordFilterOf(where, where.heldOn),
    taskGroup: taskGroup?.in ?? null,
    kind: kind?.in ?? null,
    struck: struck ?? null,
  };
}

/** Which one, and which version the caller read. */
function judged({ activityId: id, expectedVersion, idempotencyKey }: ConfirmSupportActivityInput) {
  return { activityId: activityId(id), expectedVersion: expectedVersion ?? null, idempotencyKey };
}

export const activityMutations = {
  logSupportActivity: async (_root, { input }, { useCases, actor }) => ({
    activity: await useCases.logSupportActivity(
      { ...input, pairingId: pairingId(input.pairingId), note: input.note ?? null },
      actor,
    ),
  }),
  strikeSupportActivity: async (_root, { input }, { useCases, actor }) => ({
    activity: await useCases.strikeSupportActivity(
      {
        activityId: activityId(input.activityId),
        ...grounds(input),
        expectedVersion: input.expectedVersion ?? null,
        idempotencyKey: input.idempotencyKey,
      },
      actor,
    ),
  }),
  correctSupportActivity: async (_root, { input }, { useCases, actor }) => {
    const { activityId: id, reason, evidence, expectedVersion, idempotencyKey, ...said } = input;
    const facts = {
      ...said,
      note: optional(said.note, (note) => publicText(note, 'note', 2_000)),
      evidenceUrls: optional(said.evidenceUrls, (urls) => urls.map((url) => httpsLink(url, 'evidenceUrls'))),
    };
    return {
      activity: await useCases.correctSupportActivity(
        {
          activityId: activityId(id),
          corrected: namedIn<ActivityEntry>(facts),
          ...grounds({ reason, evidence }),
          expectedVersion: expectedVersion ?? null,
          idempotencyKey,
        },
        actor,
      ),
    };
  },
  confirmSupportActivity: async (_root, { input }, { useCases, actor }) => ({
    activity: await useCases.judgeSupportActivity({ ...judged(input), contested: null }, actor),
  }),
  contestSupportActivity: async (_root, { input }, { useCases, actor }) => ({
    activity: await useCases.judgeSupportActivity({ ...judged(input), contested: grounds(input) }, actor),
  }),
} satisfies Partial<MutationResolvers>;

export const SupportActivityCorrection: SupportActivityCorrectionResolvers = {
  evidenceUrls: ({ evidenceUrls }) => [...evidenceUrls],
};

export const SupportActivity: SupportActivityResolvers = {
  history,
  __resolveReference: ({ id }, { loaders }) => loaders.activity.load(activityId(id)),
  ...recordReferences,
  ...struckFields,
  evidenceUrls: ({ evidenceUrls }) => [...evidenceUrls],
  corrections: ({ corrections = [] }) => [...corrections],
  allowedActions: async (activity, _args, context) => [
    ...actionsOnActivity(context.actor, activity, await workFacts(activity, context)),
  ],
};
