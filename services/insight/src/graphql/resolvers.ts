import { auditFields, auditTypes } from '@qianshou/service-kit/audit';
import type { Context } from './context.ts';
import type { InsightStandingResolvers, QueryResolvers, Resolvers } from './generated/resolvers.ts';
import { datasetQueries, datasetTypes } from './question/dataset.resolvers.ts';

const InsightStanding: InsightStandingResolvers = {
  position: ({ known }) => known.position,
  toldUpTo: ({ known }) => known.toldUpTo,
};

/** Fields of datasets are made of the declarations of which the contract is made: a test compares the two. */
const Query = {
  ...auditFields('insight'),
  ...datasetQueries,
  insightPosition: (_root: unknown, _args: unknown, { useCases }: Context) => useCases.known(),
} as unknown as Required<QueryResolvers>;

export const resolvers = {
  ...auditTypes,
  ...(datasetTypes as Resolvers),
  InsightStanding,
  Query,
} satisfies Resolvers;
