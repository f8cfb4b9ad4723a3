import { regionCodeOf, text } from '@qianshou/kernel';
import { optional, webLink } from '@qianshou/service-kit/graphql';
import type { CountyPolicyResolvers, MutationResolvers } from './generated/resolvers.ts';

export const countyPolicyMutations = {
  adoptCountyPolicy: async (_root, { input }, { useCases, actor }) => ({
    policy: await useCases.adoptCountyPolicy(
      {
        countyCode: regionCodeOf('COUNTY', input.countyCode, 'countyCode'),
        validFrom: input.validFrom,
        validTo: input.validTo ?? null,
        source: text(input.source, 'source', 300),
        sourceUrl: optional(input.sourceUrl, (raw) => webLink(raw, 'sourceUrl')),
        demonstrationStations: input.demonstrationStations ?? null,
        demonstrationRooms: input.demonstrationRooms ?? null,
        residentsPerStation: input.residentsPerStation,
        certificateYears: input.certificateYears ?? null,
        capPercent: input.capPercent ?? null,
        countsQuasiTownships: input.countsQuasiTownships,
      },
      actor,
    ),
  }),
} satisfies Partial<MutationResolvers>;

export const CountyPolicy: CountyPolicyResolvers = {
  county: ({ countyCode }) => ({ code: countyCode }),
};
