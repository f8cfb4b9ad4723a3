import { grounds } from '@qianshou/kernel';
import { history } from '@qianshou/service-kit/audit';
import { actionsOnPhase } from '../../domain/scheme/allowed-programme-actions.ts';
import { phaseId } from '../../domain/ids.ts';
import type { MutationResolvers, ProgrammePhaseResolvers, QueryResolvers } from '../generated/resolvers.ts';

export const phaseQueries = {
  programmePhases: async (_root, _args, { useCases }) => [...(await useCases.listProgrammePhases())],
} satisfies Partial<QueryResolvers>;

export const phaseMutations = {
  openProgrammePhase: async (_root, { input }, { useCases, actor }) => ({
    phase: await useCases.openProgrammePhase(input, actor),
  }),
  closeProgrammePhase: async (_root, { input }, { useCases, actor }) => ({
    phase: await useCases.closeProgrammePhase(
      { phaseId: phaseId(input.phaseId), expectedVersion: input.expectedVersion ?? null },
      actor,
    ),
  }),
  reopenProgrammePhase: async (_root, { input }, { useCases, actor }) => ({
    phase: await useCases.reopenProgrammePhase(
      {
        phaseId: phaseId(input.phaseId),
        reason: input.reason,
        expectedVersion: input.expectedVersion ?? null,
      },
      actor,
    ),
  }),
  correctProgrammePhase: async (_root, { input }, { useCases, actor }) => {
    const { name, source } = input;
    const corrected = { ...(name ? { name } : {}), ...(source ? { source } : {}) };
    const which = { phaseId: phaseId(input.phaseId), expectedVersion: input.expectedVersion ?? null };
    return { phase: await useCases.correctProgrammePhase({ ...which, ...grounds(input), corrected }, actor) };
  },
} satisfies Partial<MutationResolvers>;

export const ProgrammePhase: ProgrammePhaseResolvers = {
  history,
  __resolveReference: ({ id }, { loaders }) => loaders.phase.load(phaseId(id)),
  corrections: ({ corrections }) => [...(corrections ?? [])],
  reopenings: ({ reopenings }) => [...(reopenings ?? [])],
  allowedActions: (phase, _args, { actor }) => [...actionsOnPhase(actor, phase)],
};
