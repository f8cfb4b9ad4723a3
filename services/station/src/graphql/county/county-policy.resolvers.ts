import { history } from '@qianshou/service-kit/audit';
import { standingOn } from '@qianshou/kernel';
import { pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { CountyPolicyFilter } from '../../application/county/ports.ts';
import { warningDaysOf } from '../../domain/county/certificate-warnings.ts';
import { countyPolicyActions } from '../../domain/county/county-policy-actions.ts';
import { countyPolicyId } from '../../domain/ids.ts';
import { stationRulesOf } from '../../domain/county/station-rules.ts';
import type {
  CountyPolicyFilter as WhereInput,
  CountyPolicyResolvers,
  QueryResolvers,
  StationRulesResolvers,
} from '../generated/resolvers.ts';

export const countyPolicyQueries = {
  countyPolicies: async (_root, { where, orderBy, ...args }, { useCases }) =>
    toConnection(
      await useCases.listCountyPolicies(
        filterFrom(where ?? {}),
        orderBy?.[0]?.direction ?? 'ASC',
        pageOf(args),
      ),
    ),
} satisfies Partial<QueryResolvers>;

function filterFrom({ regionCode, inForceOn = null }: Partial<WhereInput>): CountyPolicyFilter {
  return { within: regionCode?.within ?? null, inForceOn };
}

export const CountyPolicy: CountyPolicyResolvers = {
  history,
  __resolveReference: ({ id }, { loaders }) => loaders.policy.load(countyPolicyId(id)),
  county: ({ countyCode }) => ({ code: countyCode }),
  certificateWarningDays: (policy) => warningDaysOf(policy),
  stationRules: (policy) => stationRulesOf(policy),
  standing: (policy, _args, { loaders }) => standingOn(policy, loaders.today),
  capApprovedOn: ({ capApproval }) => capApproval?.on ?? null,
  changes: ({ notes }) => notes.map((note) => ({ ...note, fields: Object.keys(note.before ?? {}) })),
  allowedActions: (policy, _args, { actor, loaders }) => [
    ...countyPolicyActions(actor, policy, loaders.today),
  ],
};

export const StationRules: StationRulesResolvers = {
  checklist: ({ checklist }) => [...checklist],
  roomChecklist: ({ roomChecklist }) => [...roomChecklist],
};
