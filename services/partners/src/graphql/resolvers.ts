import { auditFields, auditTypes } from '@qianshou/service-kit/audit';
import { feedQueries } from './feed.resolvers.ts';
import type { QueryResolvers, Resolvers } from './generated/resolvers.ts';

/** `Required`: a root field of the schema without a resolver does not compile. */
const Query: Required<QueryResolvers> = {
  ...auditFields('partners'),
  ...feedQueries,
};

export const resolvers = {
  ...auditTypes,
  Query,
} satisfies Resolvers;
