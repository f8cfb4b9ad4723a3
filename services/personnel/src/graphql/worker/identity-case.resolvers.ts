import { history } from '@qianshou/service-kit/audit';
import { publicText } from '@qianshou/kernel';
import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { identityCaseId } from '../../domain/ids.ts';
import { visibleCase, visibleWorker } from '../../domain/worker/policy.ts';
import type { IdentityCaseResolvers, MutationResolvers, QueryResolvers } from '../generated/resolvers.ts';

export const identityCaseQueries = {
  identityCases: async (_root, { where, ...args }, { useCases, actor }) =>
    toConnection(
      await useCases.listIdentityCases(
        { within: where?.regionCode?.within ?? null, status: where?.status?.in ?? null },
        pageOf(args),
        actor,
      ),
    ),
} satisfies Partial<QueryResolvers>;

export const identityCaseMutations = {
  settleIdentityCase: async (_root, { input }, { useCases, actor }) => ({
    identityCase: await useCases.settleIdentityCase(
      {
        caseId: identityCaseId(input.caseId),
        outcome: input.outcome,
        note: publicText(input.note, 'note', 500),
        expectedVersion: input.expectedVersion ?? null,
      },
      actor,
    ),
  }),
} satisfies Partial<MutationResolvers>;

export const IdentityCase: IdentityCaseResolvers = {
  history,
  __resolveReference: async ({ id }, { loaders, actor }) =>
    visibleCase(actor, await loaders.identityCase.load(identityCaseId(id))),
  worker: async ({ workerId }, _args, { loaders, actor }) =>
    visibleWorker(actor, await loaders.worker.load(workerId)),
  county: ({ countyCode }) => ({ code: countyCode }),
  otherWorker: async ({ otherWorkerId }, _args, { loaders, actor }) =>
    optional(await loaders.worker.load(otherWorkerId), (other) => visibleWorker(actor, other)),
  otherCounty: ({ otherCountyCode }) => ({ code: otherCountyCode }),
  allowedActions: ({ status }) => (status === 'OPEN' ? ['SETTLE'] : []),
};
