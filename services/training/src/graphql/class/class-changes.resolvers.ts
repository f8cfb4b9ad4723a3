import { publicLine, publicText } from '@qianshou/kernel';
import { optional } from '@qianshou/service-kit/graphql';
import { given } from '../reference/given.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { target } from './class-target.ts';

export const classChangeMutations = {
  reviseTrainingClass: async (_root, { input }, { useCases, actor }) => {
    const { startsOn, endsOn, delivery, hours, capacity } = input;
    const venue = optional(input.venue, (raw) => publicLine(raw, 'venue', 200));
    publicText(input.reason, 'reason', 500);
    const revision = given({ startsOn, endsOn, venue, delivery, hours, capacity });
    return { trainingClass: await useCases.reviseTrainingClass({ ...target(input), revision }, actor) };
  },
  postponeTrainingClass: async (_root, { input }, { useCases, actor }) => {
    const { startsOn, endsOn = null } = input;
    publicText(input.reason, 'reason', 500);
    return {
      trainingClass: await useCases.postponeTrainingClass({ ...target(input), startsOn, endsOn }, actor),
    };
  },
  interruptTrainingClass: async (_root, { input }, { useCases, actor }) => {
    const reason = publicText(input.reason, 'reason', 500);
    const on = input.interruptedOn ?? null;
    return { trainingClass: await useCases.interruptTrainingClass({ ...target(input), reason, on }, actor) };
  },
} satisfies Partial<MutationResolvers>;
