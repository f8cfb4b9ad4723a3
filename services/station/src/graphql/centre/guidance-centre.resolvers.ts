import { history } from '@qianshou/service-kit/audit';
import { grounds, publicLine, publicName, publicText, regionCodeOf } from '@qianshou/kernel';
import { atMost, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { stationRulesOf } from '../../domain/county/station-rules.ts';
import { centreActions } from '../../domain/centre/actions.ts';
import { centreOperators } from '../../domain/centre/centre-operator-change.ts';
import { agencyId, centreId, postingId } from '../../domain/ids.ts';
import type { CentreFilter } from '../../application/centre/ports.ts';
import type {
  CentreOperatorTermResolvers,
  GuidanceCentreFilter,
  GuidanceCentreResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../generated/resolvers.ts';

/** Most things handed over, most people who stay. */
const MOST = 50;

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
  changeGuidanceCentreOperator: async (_root, { input }, { useCases, actor }) => {
    const { from = null, expectedVersion = null } = input;
    const change = {
      centreId: centreId(input.centreId),
      expectedVersion,
      operatorAgencyId: agencyId(input.operatorAgencyId),
      from,
      reason: publicText(input.reason, 'reason', 500),
      handOver: atMost(input.handOver, MOST, 'handOver').map((raw) => publicLine(raw, 'handOver')),
      stayingPostings: atMost(input.stayingPostings ?? [], MOST, 'stayingPostings').map(postingId),
    };
    return { centre: await useCases.changeGuidanceCentreOperator(change, actor) };
  },
  closeGuidanceCentre: async (_root, { input }, { useCases, actor }) => {
    const reason = publicText(input.reason, 'reason', 500);
    const { closedOn = null, expectedVersion = null } = input;
    const closed = { centreId: centreId(input.centreId), expectedVersion, reason, closedOn };
    return { centre: await useCases.closeGuidanceCentre(closed, actor) };
  },
  correctGuidanceCentre: async (_root, { input }, { useCases, actor }) => {
    const { name = null, openedOn = null } = input;
    const corrected = {
      ...(name === null ? {} : { name: publicName(name, 'name', 100) }),
      ...(openedOn === null ? {} : { openedOn }),
    };
    const asked = { ...target(input), ...grounds(input), corrected };
    return { centre: await useCases.correctGuidanceCentre(asked, actor) };
  },
  strikeGuidanceCentre: async (_root, { input }, { useCases, actor }) => ({
    centre: await useCases.strikeGuidanceCentre({ ...target(input), ...grounds(input) }, actor),
  }),
} satisfies Partial<MutationResolvers>;

function target({
  centreId: id,
  expectedVersion = null,
}: {
  readonly centreId: string;
  readonly expectedVersion?: number | null | undefined;
}) {
  return { centreId: centreId(id), expectedVersion };
}

export const GuidanceCentre: GuidanceCentreResolvers = {
  history,
  __resolveReference: ({ id }, { loaders }) => loaders.centre.load(centreId(id)),
  county: ({ countyCode }) => ({ code: countyCode }),
  operatorAgency: ({ operatorAgencyId }) => ({ id: operatorAgencyId }),
  operators: (centre) => centreOperators(centre).map((term) => ({ ...term, handOver: [...term.handOver] })),
  workersOnDuty: ({ workers }) => workers.length,
  struckOn: (parent) => (parent.status === 'STRUCK' ? parent.struck.on : null),
  strikeReason: (parent) => (parent.status === 'STRUCK' ? parent.struck.reason : null),
  strikeEvidence: (parent) => (parent.status === 'STRUCK' ? (parent.struck.evidence ?? null) : null),
  corrections: ({ corrections = [] }) => [...corrections],
  allowedActions: async (parent, _args, { actor, loaders }) => {
    const rules = stationRulesOf(await loaders.policyOfCounty.load(parent.countyCode));
    return [...centreActions(actor, parent, { rules, today: loaders.today })];
  },
};

export const CentreOperatorTerm: CentreOperatorTermResolvers = {
  agency: ({ operatorAgencyId }) => ({ id: operatorAgencyId }),
};
