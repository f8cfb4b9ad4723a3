import { pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { SchemeFilter } from '../application/ports.ts';
import { schemeId } from '../domain/ids.ts';
import type {
  CooperationSchemeFilter,
  CooperationSchemeResolvers,
  MutationResolvers,
  QueryResolvers,
} from './generated/resolvers.ts';

export const schemeQueries = {
  cooperationScheme: (_root, { id }, { loaders }) => loaders.scheme.load(schemeId(id)),
  cooperationSchemes: async (_root, { where, orderBy, ...args }, { useCases }) =>
    toConnection(
      await useCases.listCooperationSchemes(
        filterOf(where ?? {}),
        orderBy?.[0] ?? { field: 'YEAR', direction: 'DESC' },
        pageOf(args),
      ),
    ),
} satisfies Partial<QueryResolvers>;

function filterOf({ recipientProvinceCode, year }: CooperationSchemeFilter): SchemeFilter {
  return { recipientProvinceCode: recipientProvinceCode?.eq ?? null, year: year?.eq ?? null };
}

export const schemeMutations = {
  openCooperationScheme: async (_root, { input }, { useCases, actor }) => ({
    scheme: await useCases.openCooperationScheme(input, actor),
  }),
} satisfies Partial<MutationResolvers>;

export const CooperationScheme: CooperationSchemeResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.scheme.load(schemeId(id)),
  dispatchProvince: ({ dispatchProvinceCode }) => ({ code: dispatchProvinceCode }),
  recipientProvince: ({ recipientProvinceCode }) => ({ code: recipientProvinceCode }),
};
