import { grounds, publicName, publicText, regionCodeOf } from '@qianshou/kernel';
import { history } from '@qianshou/service-kit/audit';
import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { VisitFilter } from '../../application/supervision/ports.ts';
import { stationRulesOf } from '../../domain/county/station-rules.ts';
import { stationId, visitId } from '../../domain/ids.ts';
import { visitActions } from '../../domain/supervision/actions.ts';
import type { CorrectedVisit } from '../../domain/supervision/station-visit.ts';
import type {
  CorrectStationVisitInput,
  MutationResolvers,
  QueryResolvers,
  StationVisitFilter,
  StationVisitResolvers,
  StationVisitDueResolvers,
} from '../generated/resolvers.ts';
import { stationOf } from '../reference/station-of.ts';

export const supervisionQueries = {
  stationVisits: async (_root, { where, orderBy, ...args }, { useCases }) => {
    const direction = orderBy?.[0]?.direction ?? 'DESC';
    return toConnection(await useCases.listStationVisits(filterFrom(where ?? {}), direction, pageOf(args)));
  },
  stationVisitsDue: async (_root, { countyCode, overdue = null }, { useCases }) => {
    const due = await useCases.listSupervisionDue(regionCodeOf('COUNTY', countyCode, 'countyCode'));
    return due.filter((each) => overdue === null || each.overdue === overdue);
  },
} satisfies Partial<QueryResolvers>;

function filterFrom({
  regionCode,
  stationId: station,
  awaitsFollowUp = null,
  struck,
}: Partial<StationVisitFilter>): VisitFilter {
  return {
    within: regionCode?.within ?? null,
    stationId: optional(station?.eq, stationId),
    awaitsFollowUp,
    struck: struck ?? false,
  };
}

export const supervisionMutations = {
  recordStationVisit: async (_root, { input }, { useCases, actor, loaders }) => {
    const { visitedOn, followUpOn = null } = input;
    const visit = {
      stationId: stationId(input.stationId),
      visitedOn: visitedOn ?? loaders.today,
      visitor: publicName(input.visitor, 'visitor', 100),
      findings: publicText(input.findings, 'findings', 2_000),
      followUpOn,
    };
    return { visit: await useCases.recordStationVisit(visit, actor) };
  },
  followUpStationVisit: async (_root, { input }, { useCases, actor }) => {
    const { on = null } = input;
    const result = publicText(input.result, 'result', 2_000);
    return { visit: await useCases.followUpStationVisit({ ...target(input), result, on }, actor) };
  },
  correctStationVisit: async (_root, { input }, { useCases, actor }) => {
    const asked = { ...target(input), ...grounds(input), corrected: correctedFrom(input) };
    return { visit: await useCases.correctStationVisit(asked, actor) };
  },
  strikeStationVisit: async (_root, { input }, { useCases, actor }) => ({
    visit: await useCases.strikeStationVisit({ ...target(input), ...grounds(input) }, actor),
  }),
} satisfies Partial<MutationResolvers>;

function target({
  visitId: id,
  expectedVersion = null,
}: {
  readonly visitId: string;
  readonly expectedVersion?: number | null | undefined;
}) {
  return { visitId: visitId(id), expectedVersion };
}

/** What is left out, or null, stays as it is. */
function correctedFrom({ visitedOn, followUpOn, ...input }: CorrectStationVisitInput): CorrectedVisit {
  const named = {
    visitedOn,
    followUpOn,
    visitor: optional(input.visitor, (raw) => publicName(raw, 'visitor', 100)),
    findings: optional(input.findings, (raw) => publicText(raw, 'findings', 2_000)),
  };
  const said = Object.entries(named).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(said) as CorrectedVisit;
}

export const StationVisit: StationVisitResolvers = {
  history,
  station: ({ stationId: id }, _args, context) => stationOf(id, context),
  followedUpOn: ({ followUp }) => followUp?.on ?? null,
  followUpResult: ({ followUp }) => followUp?.result ?? null,
  struckOn: ({ struck }) => struck?.on ?? null,
  strikeReason: ({ struck }) => struck?.reason ?? null,
  strikeEvidence: ({ struck }) => struck?.evidence ?? null,
  corrections: ({ corrections }) => [...corrections],
  allowedActions: async (visit, _args, { actor, loaders }) => {
    const rules = stationRulesOf(await loaders.policyOfCounty.load(visit.countyCode));
    return [...visitActions(actor, visit, { rules, today: loaders.today })];
  },
};

export const StationVisitDue: StationVisitDueResolvers = {
  station: ({ stationId: id }, _args, context) => stationOf(id, context),
};
