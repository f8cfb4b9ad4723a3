import { grounds } from '@qianshou/kernel';
import { history } from '@qianshou/service-kit/audit';
import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { visibleRenewal } from '../../application/renewal/decide-renewal.ts';
import { renewalId, workerId } from '../../domain/ids.ts';
import { isBureau } from '../../domain/policy.ts';
import type { MutationResolvers, QueryResolvers, RenewalDecisionResolvers } from '../generated/resolvers.ts';

export const renewalQueries = {
  renewalDecisions: async (_root, { where, ...args }, { useCases, actor }) => {
    const { regionCode, workerId: worker, status } = where ?? {};
    const filter = {
      within: regionCode?.within ?? null,
      workerId: optional(worker?.eq, workerId),
      status: status?.in ?? null,
    };
    return toConnection(await useCases.listRenewals(filter, pageOf(args), actor));
  },
} satisfies Partial<QueryResolvers>;

export const renewalMutations = {
  decideRenewal: async (_root, { input }, { useCases, actor, loaders }) => {
    const { outcome, until } = input;
    const target = { renewalId: renewalId(input.renewalId), expectedVersion: input.expectedVersion ?? null };
    const renewal = await useCases.decideRenewal({ ...target, ...grounds(input), outcome, until }, actor);
    return { renewal, posting: await loaders.posting.load(renewal.postingId) };
  },
} satisfies Partial<MutationResolvers>;

export const RenewalDecision: RenewalDecisionResolvers = {
  history,
  __resolveReference: async ({ id }, { loaders, actor }) =>
    visibleRenewal(actor, await loaders.renewal.load(renewalId(id))),
  posting: ({ postingId }, _args, { loaders }) => loaders.posting.load(postingId),
  worker: ({ workerId: id }, _args, { loaders }) => loaders.worker.load(id),
  county: ({ countyCode }) => ({ code: countyCode }),
  operatorAgency: ({ operatorAgencyId: id }) => (id === null ? null : { id }),
  decidedOn: ({ status, settledOn }) => (status === 'DECIDED' ? settledOn : null),
  reason: ({ reason }) => reason ?? null,
  evidence: ({ evidence }) => evidence ?? null,
  allowedActions: ({ status, countyCode }, _args, { actor }) =>
    status === 'PROPOSED' && isBureau(actor, countyCode) ? ['DECIDE'] : [],
};
