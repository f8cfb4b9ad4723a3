import { DISCLOSED_TYPES, fieldsDisclosedOf } from '../domain/feed/disclosure.ts';
import type { QueryResolvers } from './generated/resolvers.ts';

export const feedQueries = {
  partnerEventTypes: () =>
    DISCLOSED_TYPES.map((type) => ({ type, fields: [...(fieldsDisclosedOf(type) ?? [])] })),
} satisfies Partial<QueryResolvers>;
