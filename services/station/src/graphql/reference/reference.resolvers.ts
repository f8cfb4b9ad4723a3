import { line } from '@qianshou/kernel';
import { optional } from '@qianshou/service-kit/graphql';
import type { PublishedFigureResolvers, QueryResolvers, RuleResolvers } from '../generated/resolvers.ts';

export const referenceQueries = {
  rule: (_root, { code }, { useCases }) => useCases.findRule(line(code, 'code', 20)),
  publishedFigures: async (_root, { regionCode }, { useCases }) => [
    ...(await useCases.listPublishedFigures(regionCode?.within ?? null)),
  ],
  labels: async (_root, { type }, { useCases }) => [
    ...(await useCases.listLabels(optional(type, (name) => line(name, 'type', 100)))),
  ],
} satisfies Partial<QueryResolvers>;

export const Rule: RuleResolvers = {
  text: (rule, _args, { language }) => rule[language],
  sourceUrls: ({ sourceUrls }) => [...sourceUrls],
  region: ({ regionCode }) => (regionCode === null ? null : { code: regionCode }),
};

export const PublishedFigure: PublishedFigureResolvers = {
  label: (figure, _args, { language }) => figure[language],
  sourceUrls: ({ sourceUrls }) => [...sourceUrls],
  region: ({ regionCode }) => ({ code: regionCode }),
};
