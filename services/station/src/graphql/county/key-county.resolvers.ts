import { publicLink, regionCodeOf } from '@qianshou/kernel';
import type { MutationResolvers } from '../generated/resolvers.ts';

export const keyCountyMutations = {
  importKeyCounty: async (_root, { input }, { useCases, actor }) => {
    const countyCode = regionCodeOf('COUNTY', input.countyCode, 'countyCode');
    const sourceUrl = publicLink(input.sourceUrl, 'sourceUrl');
    const { id } = await useCases.importKeyCounty({ countyCode, sourceUrl }, actor);
    return { region: { code: id } };
  },
} satisfies Partial<MutationResolvers>;
