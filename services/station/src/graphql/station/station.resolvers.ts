import { canPutRight } from '@qianshou/kernel';
import { history } from '@qianshou/service-kit/audit';
import {
  type Connection,
  ofParent,
  optional,
  pageOf,
  toConnection,
  unaskedParts,
} from '@qianshou/service-kit/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { StationFilter as StationListFilter } from '../../application/station/ports.ts';
import { allowedActions } from '../../domain/station/allowed-actions.ts';
import { MOST_COMPLAINTS_A_DAY } from '../../domain/complaint/complaint.ts';
import { standingByChecklist } from '../../domain/station/checklist-standing.ts';
import { agencyId, stationId } from '../../domain/ids.ts';
import { canPrepare, canReadServices } from '../../domain/policy.ts';
import { activityToPutRight } from '../../domain/station/activity.ts';
import { ruleChecks } from '../../domain/station/rule-checks.ts';
import { operatorTerms } from '../../domain/station/operator-change.ts';
import type { Station as StationState } from '../../domain/station/station.ts';
import { checklistOf, type StationRules, stationRulesOf } from '../../domain/county/station-rules.ts';
import { stationWarnings } from '../../domain/station/warnings.ts';
import { acceptanceChecksOf, OLDEST_CHECK_FIRST } from './acceptance-check.resolvers.ts';
import { evaluationsOf } from '../evaluation/evaluation.resolvers.ts';
import { standingOf } from './station-standing.ts';
import { daysFrom } from '../reference/day-span.ts';
import { listOf } from '../reference/list-of.ts';
import { serviceMonths } from '../reference/service-months.ts';
import type { Context } from '../context.ts';
import { annualGradeOf } from '../../domain/station/annual-grade.ts';
import type {
  AgencyResolvers,
  QueryResolvers,
  QueryStationsArgs,
  StationActivityResolvers,
  StationFilter as WhereInput,
  StationOperatorTermResolvers,
  StationResolvers,
} from '../generated/resolvers.ts';

export const stationQueries = {
  station: (_root, { id }, { loaders }) => loaders.station.load(stationId(id)),
  stations: (_root, args, context, info) => stationsOf(args, context, info),
} satisfies Partial<QueryResolvers>;

/** Lists of names and places load no rooms and no documents; whoever asks for another field has all of it loaded. */
const LARGE_PARTS = {
  parts: ['rooms', 'roomCorrections', 'documents', 'staff', 'checks', 'guide', 'operatorChanges'],
  notReadBy: new Set([
    '__typename',
    'id',
    'version',
    'signage',
    'status',
    'tier',
    'operationMode',
    'operatorAgency',
    'township',
    'county',
    'openedOn',
    'demonstrationSince',
  ]),
};

/** The list at the root, and that of a region or an agency. */
export async function stationsOf(
  { where, orderBy, ...args }: Partial<QueryStationsArgs>,
  { useCases }: Context,
  info: GraphQLResolveInfo,
): Promise<Connection<StationState>> {
  const order = orderBy?.[0] ?? { field: 'TOWNSHIP_CODE', direction: 'ASC' };
  const page = { ...pageOf(args), without: unaskedParts(info, LARGE_PARTS) };
  return toConnection(await useCases.listStations(filterFrom(where ?? {}), order, page));
}

function filterFrom({
  regionCode,
  name = null,
  status,
  tier,
  operatorAgencyId,
  grade,
  openedOn,
  unevaluatedIn = null,
}: Partial<WhereInput>): StationListFilter {
  return {
    within: regionCode?.within ?? null,
    name,
    status: listOf(status),
    tier: listOf(tier),
    operatorAgencyId: optional(operatorAgencyId?.eq, agencyId),
    grade: listOf(grade),
    openedOn: daysFrom(openedOn),
    unevaluatedIn,
  };
}

export const StationActivity: StationActivityResolvers = {
  struckOn: ({ struck }) => struck?.on ?? null,
  struckReason: ({ struck }) => struck?.reason ?? null,
  strikeEvidence: ({ struck }) => struck?.evidence ?? null,
  allowedActions: async (activity, _args, context) => {
    const station = await context.loaders.station.load(activity.stationId);
    if (station === null || station.status === 'CLOSED' || activity.struck !== null) return [];
    const { actor, loaders } = context;
    const rules = await rulesOf(station, context);
    const asked = { mayRecord: canPrepare(actor, station), rules, today: loaders.today };
    return canPutRight(actor, activityToPutRight(activity, station, asked)) ? ['STRIKE'] : [];
  },
};

export const StationOperatorTerm: StationOperatorTermResolvers = {
  agency: ({ operatorAgencyId }) => (operatorAgencyId === null ? null : { id: operatorAgencyId }),
};

export const Station: StationResolvers = {
  history,
  __resolveReference: ({ id }, { loaders }) => loaders.station.load(stationId(id)),
  township: ({ townshipCode }) => ({ code: townshipCode }),
  county: ({ countyCode }) => ({ code: countyCode }),
  operatorAgency: ({ operatorAgencyId }) => (operatorAgencyId === null ? null : { id: operatorAgencyId }),
  formerUnits: ({ formerUnits = [] }) =>
    formerUnits.map(({ townshipCode: code, until }) => ({ township: { code }, until })),
  operators: (station) => operatorTerms(station).map((term) => ({ ...term, handOver: [...term.handOver] })),
  haves: async (station, _args, context) =>
    standingByChecklist(station, checklistOf(await rulesOf(station, context))).map((standing) => ({
      ...standing,
      missing: [...standing.missing],
    })),
  activities: async ({ id: ofStation }, { where, orderBy, ...args }, { useCases }) => {
    const filter = { stationId: ofStation, heldOn: daysFrom(where?.heldOn), struck: where?.struck ?? null };
    return toConnection(
      await useCases.listActivities(filter, orderBy?.[0]?.direction ?? 'ASC', pageOf(args)),
    );
  },
  acceptanceChecks: ({ id }, { where, orderBy, ...args }, context) => {
    const own = ofParent(where, { stationId: { eq: id } });
    return acceptanceChecksOf({ ...args, where: own, orderBy: orderBy ?? OLDEST_CHECK_FIRST }, context);
  },
  roomCorrections: ({ roomCorrections = [] }) =>
    roomCorrections.map((each) => ({ ...each, rooms: [...each.rooms] })),
  demonstrationsStruck: ({ choicesStruck = [] }) => [...choicesStruck],
  rectificationsDone: ({ rectificationsDone = [] }) =>
    rectificationsDone.map(({ rectifiedOn, proof = [] }) => ({ rectifiedOn, proof: [...proof] })),
  demonstrationProcess: ({ demonstration }) => demonstration,
  grading: ({ gradedBy }) => gradedBy,
  annualGrading: (station) => annualGradeOf(station),
  evaluations: ({ id }, { where, ...args }, context) =>
    evaluationsOf({ ...args, where: ofParent(where, { stationId: { eq: id } }) }, context),
  warnings: async (station, _args, context) => {
    return [...stationWarnings(station, await standingOf(station, context))];
  },
  serviceMonths: (station, { from, to }, context) =>
    serviceMonths(station.id, { from, to, whole: canReadServices(context.actor, station) }, context),
  complaintGuide: async (station, _args, context) => ({
    mutation: 'fileComplaint',
    days: (await rulesOf(station, context)).complaintDays,
    mostADay: MOST_COMPLAINTS_A_DAY,
  }),
  checks: async (station, _args, context) => {
    const { markedActivities: ofActivities, markedRecords: ofRecords } = context.loaders;
    const [standing, ...read] = await Promise.all([
      standingOf(station, context),
      ofActivities.load(station.id),
      ofRecords.load(station.id),
    ]);
    const markedActivities = read.flatMap((each) => each?.marked ?? []);
    const unread = read.flatMap((each) => each?.stoppedAt ?? []);
    return [...ruleChecks(station, { ...standing, markedActivities, unread })];
  },
  allowedActions: async (station, _args, context) => [
    ...allowedActions(context.actor, station, await rulesOf(station, context), context.loaders.today),
  ],
};

async function rulesOf({ countyCode }: StationState, { loaders }: Context): Promise<StationRules> {
  return stationRulesOf(await loaders.policyOfCounty.load(countyCode));
}

export const Agency: AgencyResolvers = {
  __resolveReference: ({ id }) => ({ id: agencyId(id) }),
  stations: ({ id }, { where, ...args }, context, info) =>
    stationsOf({ ...args, where: ofParent(where, { operatorAgencyId: { eq: id } }) }, context, info),
};
