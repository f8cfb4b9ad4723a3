import { grounds, publicText } from '@qianshou/kernel';
import { optional } from '@qianshou/service-kit/graphql';
import type { DemonstrationProcessResolvers, MutationResolvers } from '../generated/resolvers.ts';
import { target } from '../reference/station-target.ts';

export const demonstrationMutations = {
  applyForDemonstration: async (_root, { input }, { useCases, actor }) => {
    const { selfScore, on = null } = input;
    const statement = publicText(input.statement, 'statement', 2_000);
    const applied = { ...target(input), selfScore, statement, on };
    return { station: await useCases.applyForDemonstration(applied, actor) };
  },
  recommendForDemonstration: async (_root, { input }, { useCases, actor }) => {
    const { on = null } = input;
    const opinion = publicText(input.opinion, 'opinion', 1_000);
    return { station: await useCases.recommendForDemonstration({ ...target(input), opinion, on }, actor) };
  },
  assessForDemonstration: async (_root, { input }, { useCases, actor }) => {
    const { score, on = null } = input;
    const opinion = optional(input.opinion, (raw) => publicText(raw, 'opinion', 1_000));
    return {
      station: await useCases.assessForDemonstration({ ...target(input), score, opinion, on }, actor),
    };
  },
  announceDemonstration: async (_root, { input }, { useCases, actor }) => {
    const { from = null } = input;
    return { station: await useCases.announceDemonstration({ ...target(input), from }, actor) };
  },
  confirmDemonstration: async (_root, { input }, { useCases, actor }) => ({
    station: await useCases.confirmDemonstration(target(input), actor),
  }),
  declineDemonstration: async (_root, { input }, { useCases, actor }) => ({
    station: await useCases.declineDemonstration(target(input), actor),
  }),
  withdrawDemonstration: async (_root, { input }, { useCases, actor }) => ({
    station: await useCases.withdrawDemonstration(target(input), actor),
  }),
  restoreDemonstration: async (_root, { input }, { useCases, actor }) => ({
    station: await useCases.restoreDemonstration(target(input), actor),
  }),
  strikeDemonstrationStation: async (_root, { input }, { useCases, actor }) => ({
    station: await useCases.strikeDemonstrationStation({ ...target(input), ...grounds(input) }, actor),
  }),
} satisfies Partial<MutationResolvers>;

export const DemonstrationProcess: DemonstrationProcessResolvers = {
  selfScore: ({ application }) => application.selfScore,
  statement: ({ application }) => application.statement,
  appliedOn: ({ application }) => application.on,
  recommendedOn: ({ recommendation }) => recommendation?.on ?? null,
  assessedOn: ({ assessment }) => assessment?.on ?? null,
  score: ({ assessment }) => assessment?.score ?? null,
  noticeFrom: ({ notice }) => notice?.from ?? null,
  noticeUntil: ({ notice }) => notice?.until ?? null,
};
