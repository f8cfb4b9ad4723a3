import { line, publicText, text } from '@qianshou/kernel';
import { atMost, optional } from '@qianshou/service-kit/graphql';
import { serviceOf } from '../../domain/reference/service-catalogue.ts';
import type { MutationResolvers, QueryResolvers, ServiceGuideResolvers } from '../generated/resolvers.ts';
import { target } from '../reference/station-target.ts';

const MOST_OFFERS = 50;

export const publicViewQueries = {
  nearestStations: async (_root, { regionCode, first }, { useCases }) => [
    ...(await useCases.findNearestStations(regionCode, first)),
  ],
} satisfies Partial<QueryResolvers>;

export const publicViewMutations = {
  publishServiceGuide: async (_root, { input }, { useCases, actor }) => {
    const guide = {
      openingHours: publicText(input.openingHours, 'openingHours', 200),
      offers: atMost(input.offers, MOST_OFFERS, 'offers').map((code) => text(code, 'offers', 60)),
      officePhone: optional(input.officePhone, (raw) => line(raw, 'officePhone', 30)),
    };
    return { station: await useCases.publishServiceGuide({ ...target(input), guide }, actor) };
  },
} satisfies Partial<MutationResolvers>;

export const ServiceGuide: ServiceGuideResolvers = {
  offers: ({ offers }) => offers.map(serviceOf),
};
