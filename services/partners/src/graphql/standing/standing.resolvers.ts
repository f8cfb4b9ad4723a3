import { publicLine, refusePersonalMarks } from '@qianshou/kernel';
import { optional } from '@qianshou/service-kit/graphql';
import { lapsesAt, partnerRegions, withheldFrom } from '../../domain/standing/standing.ts';
import type { MutationResolvers, PartnerStandingResolvers, QueryResolvers } from '../generated/resolvers.ts';

/** Names of issuers' making, of people too: what looks like a person's is in no log and no answer. */
function subjectOf(raw: string): string {
  refusePersonalMarks(raw, 'subject');
  return raw;
}

export const standingQueries = {
  partnerStanding: (_root, { subject }, { useCases, actor }) =>
    useCases.findPartnerStanding(optional(subject, subjectOf), actor),
} satisfies Partial<QueryResolvers>;

export const standingMutations = {
  withdrawPartnerAccess: async (_root, { input }, { useCases, actor }) => {
    const asked = { subject: subjectOf(input.subject), reason: publicLine(input.reason, 'reason', 200) };
    return { standing: await useCases.withdrawPartnerAccess(asked, actor) };
  },
  restorePartnerAccess: async (_root, { input }, { useCases, actor }) => ({
    standing: await useCases.restorePartnerAccess({ subject: subjectOf(input.subject) }, actor),
  }),
} satisfies Partial<MutationResolvers>;

export const PartnerStanding: PartnerStandingResolvers = {
  regions: (standing) => [...partnerRegions(standing)],
  lapsesAt,
  withheld: (standing) => withheldFrom(standing, new Date()),
};
