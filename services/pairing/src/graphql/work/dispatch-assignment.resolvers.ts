import { history } from '@qianshou/service-kit/audit';
import { badInput, grounds } from '@qianshou/kernel';
import { type Connection, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { actionsOnDispatch } from '../../domain/work/allowed-work-actions.ts';
import type { Departure, StayFacts } from '../../domain/work/dispatch-assignment.ts';
import { dispatchId, pairingId, workerId } from '../../domain/ids.ts';
import type { DispatchAssignment as DispatchState } from '../../domain/work/dispatch-assignment.ts';
import type { Context } from '../context.ts';
import type {
  ConfirmDispatchInput,
  MutationResolvers,
  QueryDispatchAssignmentsArgs,
  QueryResolvers,
  DispatchAssignmentResolvers,
  StartDispatchInput,
} from '../generated/resolvers.ts';
import { directionOf, recordFilterOf } from '../reference/record-list.ts';
import { namedIn, recordReferences, struckFields, workFacts } from '../reference/references.ts';

export const dispatchQueries = {
  dispatchAssignment: (_root, { id }, { loaders }) => loaders.dispatch.load(dispatchId(id)),
  dispatchAssignments: (_root, args, context) => dispatchesOf(args, context),
} satisfies Partial<QueryResolvers>;

/** The list at the root, and that of a pairing. */
export async function dispatchesOf(
  { where, orderBy, ...args }: Partial<QueryDispatchAssignmentsArgs>,
  { useCases }: Context,
): Promise<Connection<DispatchState>> {
  const filter = {
    ...recordFilterOf(where, where?.arrivedOn),
    workerId: optional(where?.workerId?.eq, workerId),
    status: where?.status?.in ?? null,
  };
  return toConnection(await useCases.listDispatches(filter, directionOf(orderBy, 'DESC'), pageOf(args)));
}

/** A stay that is over has both: when it ended, and how many days were worked. */
function departureOf({ leftOn, workingDays }: StartDispatchInput): Departure | null {
  const [left, days] = [leftOn ?? null, workingDays ?? null];
  if (left !== null && days !== null) return { leftOn: left, workingDays: days };
  if (left === null && days === null) return null;
  throw badInput({
    field: 'workingDays',
    reason: { en: 'give leftOn and workingDays together', zh: 'leftOn 与 workingDays 须同时填写' },
  });
}

/** Which one, and which version the caller read. */
function judged({ dispatchId: id, expectedVersion, idempotencyKey }: ConfirmDispatchInput) {
  return { dispatchId: dispatchId(id), expectedVersion: expectedVersion ?? null, idempotencyKey };
}

export const dispatchMutations = {
  startDispatch: async (_root, { input }, { useCases, actor }) => ({
    dispatch: await useCases.startDispatch(
      {
        ...input,
        pairingId: pairingId(input.pairingId),
        workerId: workerId(input.workerId),
        departure: departureOf(input),
      },
      actor,
    ),
  }),
  endDispatch: async (_root, { input }, { useCases, actor }) => ({
    dispatch: await useCases.endDispatch(
      { ...input, dispatchId: dispatchId(input.dispatchId), expectedVersion: input.expectedVersion ?? null },
      actor,
    ),
  }),
  strikeDispatch: async (_root, { input }, { useCases, actor }) => ({
    dispatch: await useCases.strikeDispatch(
      {
        dispatchId: dispatchId(input.dispatchId),
        ...grounds(input),
        expectedVersion: input.expectedVersion ?? null,
        idempotencyKey: input.idempotencyKey,
      },
      actor,
    ),
  }),
  correctDispatch: async (_root, { input }, { useCases, actor }) => {
    const { dispatchId: id, reason, evidence, expectedVersion, idempotencyKey, ...facts } = input;
    return {
      dispatch: await useCases.correctDispatch(
        {
          dispatchId: dispatchId(id),
          corrected: namedIn<StayFacts>(facts),
          ...grounds({ reason, evidence }),
          expectedVersion: expectedVersion ?? null,
          idempotencyKey,
        },
        actor,
      ),
    };
  },
  confirmDispatch: async (_root, { input }, { useCases, actor }) => ({
    dispatch: await useCases.judgeStay({ ...judged(input), contested: null }, actor),
  }),
  contestDispatch: async (_root, { input }, { useCases, actor }) => ({
    dispatch: await useCases.judgeStay({ ...judged(input), contested: grounds(input) }, actor),
  }),
} satisfies Partial<MutationResolvers>;

export const DispatchAssignment: DispatchAssignmentResolvers = {
  history,
  __resolveReference: ({ id }, { loaders }) => loaders.dispatch.load(dispatchId(id)),
  ...recordReferences,
  ...struckFields,
  corrections: ({ corrections = [] }) => [...corrections],
  worker: (dispatch) => ({ id: dispatch.workerId }),
  allowedActions: async (dispatch, _args, context) => [
    ...actionsOnDispatch(context.actor, dispatch, await workFacts(dispatch, context)),
  ],
};
