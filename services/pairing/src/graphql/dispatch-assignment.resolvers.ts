import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { dispatchId, pairingId, workerId } from '../domain/ids.ts';
import type {
  MutationResolvers,
  QueryResolvers,
  DispatchAssignmentResolvers,
} from './generated/resolvers.ts';
import { directionOf, recordFilterOf } from './record-list.ts';
import { recordReferences } from './references.ts';

export const dispatchQueries = {
  dispatchAssignment: (_root, { id }, { loaders }) => loaders.dispatch.load(dispatchId(id)),
  dispatchAssignments: async (_root, { where, orderBy, ...args }, { useCases }) =>
    toConnection(
      await useCases.listDispatches(
        {
          ...recordFilterOf(where),
          workerId: optional(where?.workerId?.eq, workerId),
          status: where?.status?.in ?? null,
        },
        directionOf(orderBy, 'DESC'),
        pageOf(args),
      ),
    ),
} satisfies Partial<QueryResolvers>;

export const dispatchMutations = {
  startDispatch: async (_root, { input }, { useCases, actor }) => ({
    dispatch: await useCases.startDispatch(
      { ...input, pairingId: pairingId(input.pairingId), workerId: workerId(input.workerId) },
      actor,
    ),
  }),
  endDispatch: async (_root, { input }, { useCases, actor }) => ({
    dispatch: await useCases.endDispatch(
      { ...input, dispatchId: dispatchId(input.dispatchId), expectedVersion: input.expectedVersion ?? null },
      actor,
    ),
  }),
} satisfies Partial<MutationResolvers>;

export const DispatchAssignment: DispatchAssignmentResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.dispatch.load(dispatchId(id)),
  ...recordReferences,
  worker: (dispatch) => ({ id: dispatch.workerId }),
};
