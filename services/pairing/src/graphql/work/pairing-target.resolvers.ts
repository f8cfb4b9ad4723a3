import { grounds, publicLine } from '@qianshou/kernel';
import { history } from '@qianshou/service-kit/audit';
import { type Connection, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { actionsOnTarget } from '../../domain/work/allowed-work-actions.ts';
import { pairingId, targetId } from '../../domain/ids.ts';
import { isMet } from '../../domain/work/pairing-target.ts';
import type { PairingTarget as TargetState, TargetSetting } from '../../domain/work/pairing-target.ts';
import type { Context } from '../context.ts';
import type {
  MutationResolvers,
  PairingTargetResolvers,
  QueryPairingTargetsArgs,
  QueryResolvers,
  StrikePairingTargetInput,
  TargetProgressResolvers,
} from '../generated/resolvers.ts';
import { directionOf, recordFilterOf } from '../reference/record-list.ts';
import { namedIn, recordReferences, struckFields, workFacts } from '../reference/references.ts';

export const targetQueries = {
  pairingTarget: (_root, { id }, { loaders }) => loaders.target.load(targetId(id)),
  pairingTargets: (_root, args, context) => targetsOf(args, context),
} satisfies Partial<QueryResolvers>;

/** The list at the root, and that of a pairing. */
export async function targetsOf(
  { where, orderBy, ...args }: Partial<QueryPairingTargetsArgs>,
  { useCases }: Context,
): Promise<Connection<TargetState>> {
  const filter = {
    ...recordFilterOf(where, where?.dueOn),
    taskGroup: where?.taskGroup?.in ?? null,
    struck: where?.struck ?? false,
  };
  return toConnection(await useCases.listTargets(filter, directionOf(orderBy, 'ASC'), pageOf(args)));
}

/** Which target, why, and which version the caller read. */
function mistakeOf(input: StrikePairingTargetInput) {
  return {
    targetId: targetId(input.targetId),
    ...grounds(input),
    expectedVersion: input.expectedVersion ?? null,
    idempotencyKey: input.idempotencyKey,
  };
}

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
    target: await useCases.strikeTargetProgress({ ...mistakeOf(input), entryNo: input.entryNo }, actor),
  }),
  correctTargetProgress: async (_root, { input }, { useCases, actor }) => {
    const { entryNo, achievedValue } = input;
    const asked = { ...mistakeOf(input), entryNo, achievedValue };
    return { target: await useCases.correctTargetProgress(asked, actor) };
  },
  strikePairingTarget: async (_root, { input }, { useCases, actor }) => ({
    target: await useCases.strikePairingTarget(mistakeOf(input), actor),
  }),
  correctPairingTarget: async (_root, { input }, { useCases, actor }) => {
    const { taskGroup, targetValue, dueOn } = input;
    const indicator = optional(input.indicator, (raw) => publicLine(raw, 'indicator', 100));
    const unit = optional(input.unit, (raw) => publicLine(raw, 'unit', 20));
    const corrected = namedIn<TargetSetting>({ taskGroup, indicator, unit, targetValue, dueOn });
    return { target: await useCases.correctPairingTarget({ ...mistakeOf(input), corrected }, actor) };
  },
} satisfies Partial<MutationResolvers>;

export const PairingTarget: PairingTargetResolvers = {
  history,
  __resolveReference: ({ id }, { loaders }) => loaders.target.load(targetId(id)),
  ...recordReferences,
  ...struckFields,
  corrections: ({ corrections = [] }) => [...corrections],
  progress: ({ progress }) => [...progress],
  met: isMet,
  allowedActions: async (target, _args, context) => [
    ...actionsOnTarget(context.actor, target, await workFacts(target, context)),
  ],
};

export const TargetProgress: TargetProgressResolvers = {
  ...struckFields,
  corrections: ({ corrections = [] }) => [...corrections],
};
