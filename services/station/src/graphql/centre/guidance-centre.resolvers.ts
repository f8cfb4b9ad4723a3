import { history } from '@qianshou/service-kit/audit';
import { publicName, publicText, regionCodeOf } from '@qianshou/kernel';
import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { centreActions } from '../../domain/centre/actions.ts';
import { agencyId, centreId } from '../../domain/ids.ts';
import type { CentreFilter } from '../../application/centre/ports.ts';
import type {
  GuidanceCentreFilter,
  GuidanceCentreResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../generated/resolvers.ts';

export const guidanceCentreQueries = {
  guidanceCentre: (_root, { id }, { loaders }) => loaders.centre.load(centreId(id)),
  guidanceCentres: async (_root, { where, ...args }, { useCases }) =>
    toConnection(await useCases.listGuidanceCentres(filterOf(where ?? {}), pageOf(args))),
} satisfies Partial<QueryResolvers>;

function filterOf({ regionCode, name, status }: GuidanceCentreFilter): CentreFilter {
  return { within: regionCode?.within ?? null, name: name ?? null, status: status?.in ?? null };
}

export const guidanceCentreMutations = {
  planGuidanceCentre: async (_root, { input }, { useCases, actor }) => ({
    centre: await useCases.planGuidanceCentre(
      {
        countyCode: regionCodeOf('COUNTY', input.countyCode, 'countyCode'),
        name: publicName(input.name, 'name', 100),
        operatorAgencyId: agencyId(input.operatorAgencyId),
        expertTeam: optional(input.expertTeam, (raw) => publicName(raw, 'expertTeam', 200)),
      },
      actor,
    ),
  }),
  nameExpertTeam: async (_root, { input }, { useCases, actor }) => ({
    centre: await useCases.nameExpertTeam(
      {
        centreId: centreId(input.centreId),
        expectedVersion: input.expectedVersion ?? null,
        expertTeam: publicName(input.expertTeam, 'expertTeam', 200),
      },
      actor,
    ),
  }),
  openGuidanceCentre: async (_root, { input }, { useCases, actor }) => ({
    centre: await useCases.openGuidanceCentre(
      { centreId: centreId(input.centreId), expectedVersion: input.expectedVersion ?? null },
      actor,
    ),
  }),
  closeGuidanceCentre: async (_root, { input }, { useCases, actor }) => {
    const reason = publicText(input.reason, 'reason', 500);
    const { closedOn = null, expectedVersion = null } = input;
    const closed = { centreId: centreId(input.centreId), expectedVersion, reason, closedOn };
    return { centre: await useCases.closeGuidanceCentre(closed, actor) };
  },
} satisfies Partial<MutationResolvers>;

export const GuidanceCentre: GuidanceCentreResolvers = {
  history,
  __resolveReference: ({ id }, { loaders }) => loaders.centre.load(centreId(id)),
  county: ({ countyCode }) => ({ code: countyCode }),
  operatorAgency: ({ operatorAgencyId }) => ({ id: operatorAgencyId }),
  workersOnDuty: ({ workers }) => workers.length,
  allowedActions: (centre, _args, { actor }) => [...centreActions(actor, centre)],
};
