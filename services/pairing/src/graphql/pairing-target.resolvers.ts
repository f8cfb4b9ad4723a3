import { history } from '@qianshou/service-kit/audit';
import { pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { actionsOnTarget } from '../domain/allowed-work-actions.ts';
import { pairingId, targetId } from '../domain/ids.ts';
import { isMet } from '../domain/pairing-target.ts';
import type {
  MutationResolvers,
  PairingTargetResolvers,
  QueryResolvers,
  TargetProgressResolvers,
} from './generated/resolvers.ts';
import { directionOf, recordFilterOf } from './record-list.ts';
import { pairingOf, recordReferences, struckFields } from './references.ts';

export const targetQueries = {
  pairingTarget: (_root, { id }, { loaders }) => loaders.target.load(targetId(id)),
  pairingTargets: async (_root, { where, orderBy, ...args }, { useCases }) =>
    toConnection(
      await useCases.listTargets(
        { ...recordFilterOf(where, where?.dueOn), taskGroup: where?.taskGroup?.in ?? null },
        directionOf(orderBy, 'ASC'),
        pageOf(args),
      ),
    ),
} satisfies Partial<QueryResolvers>;

export const targetMutations = {
  setPairingTarget: async (_root, { input }, { useCases, actor }) => ({
    target: await useCases.setPairingTarget({ ...input, pairingId: pairingId(input.pairingId) }, actor),
  }),
  recordTargetProgress: async (_root, { input }, { useCases, actor }) => ({
    target: await useCases.recordTargetProgress(
      { ...input, targetId: targetId(input.targetId), expectedVersion: input.expectedVersion ?? null },
      actor,
    ),
  }),
  strikeTargetProgress: async (_root, { input }, { useCases, actor }) => ({
    target: await useCases.strikeTargetProgress(
      { ...input, targetId: targetId(input.targetId), expectedVersion: input.expectedVersion ?? null },
      actor,
    ),
  }),
} satisfies Partial<MutationResolvers>;

export const PairingTarget: PairingTargetResolvers = {
  history,
  __resolveReference: ({ id }, { loaders }) => loaders.target.load(targetId(id)),
  ...recordReferences,
  progress: ({ progress }) => [...progress],
  met: isMet,
  allowedActions: async (target, _args, context) => [
    ...actionsOnTarget(context.actor, target, await pairingOf(target.pairingId, context)),
  ],
};

export const TargetProgress: TargetProgressResolvers = struckFields;
