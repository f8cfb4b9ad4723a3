import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { NeedFilter } from '../../application/need/ports.ts';
import { agencyId, workerId } from '../../domain/ids.ts';
import type { QueryResolvers, TrainingNeedFilter, TrainingNeedResolvers } from '../generated/resolvers.ts';

export const trainingNeedQueries = {
  trainingNeeds: async (_root, { where, ...args }, { useCases, actor }) =>
    toConnection(await useCases.listTrainingNeeds(filterOf(where ?? {}), pageOf(args), actor)),
} satisfies Partial<QueryResolvers>;

function filterOf({ kind, regionCode, agencyId: agency, workerId: worker }: TrainingNeedFilter): NeedFilter {
  return {
    kind: optional(kind, (one) => one.in),
    within: optional(regionCode, (scope) => scope.within),
    agencyId: optional(agency, ({ eq }) => agencyId(eq)),
    workerId: optional(worker, ({ eq }) => workerId(eq)),
  };
}

export const TrainingNeed: TrainingNeedResolvers = {
  worker: ({ workerId: id }) => ({ id }),
  posting: ({ postingId: id }) => ({ id }),
  agency: ({ agencyId: id }) => (id === null ? null : { id }),
  county: ({ countyCode: code }) => ({ code }),
};
