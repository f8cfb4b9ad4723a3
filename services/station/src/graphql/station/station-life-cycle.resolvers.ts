import { publicText } from '@qianshou/kernel';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { target } from './station-target.ts';

export const stationLifeCycleMutations = {
  suspendStation: async (_root, { input }, { useCases, actor }) => {
    const reason = publicText(input.reason, 'reason', 500);
    const { since = null } = input;
    return { station: await useCases.suspendStation({ ...target(input), reason, since }, actor) };
  },
  resumeStation: async (_root, { input }, { useCases, actor }) => ({
    station: await useCases.resumeStation(target(input), actor),
  }),
  closeStation: async (_root, { input }, { useCases, actor }) => {
    const reason = publicText(input.reason, 'reason', 500);
    const { closedOn = null } = input;
    return { station: await useCases.closeStation({ ...target(input), reason, closedOn }, actor) };
  },
  orderRectification: async (_root, { input }, { useCases, actor }) => {
    const reason = publicText(input.reason, 'reason', 500);
    const { orderedOn = null } = input;
    return { station: await useCases.orderRectification({ ...target(input), reason, orderedOn }, actor) };
  },
  planRectification: async (_root, { input }, { useCases, actor }) => {
    const plan = {
      measures: publicText(input.measures, 'measures', 2_000),
      completeBy: input.completeBy,
    };
    return { station: await useCases.planRectification({ ...target(input), plan }, actor) };
  },
  confirmRectification: async (_root, { input }, { useCases, actor }) => {
    const { rectifiedOn = null } = input;
    return { station: await useCases.confirmRectification({ ...target(input), rectifiedOn }, actor) };
  },
} satisfies Partial<MutationResolvers>;
