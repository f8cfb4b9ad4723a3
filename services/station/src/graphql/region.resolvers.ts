import { idOfCode, type Page, type RegionCode, regionNotFound, standsForCounty } from '@qianshou/kernel';
import { ofParent, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { RegionFilter } from '../application/reference/ports.ts';
import { canReadServicesWithin } from '../domain/policy.ts';
import { type CoverageStanding, laggingFirst } from '../domain/evaluation/lagging.ts';
import { SHOWN } from '../domain/service-record/shown-services.ts';
import type { Region as RegionState } from '../domain/reference/region.ts';
import { regionChanges } from './region/region-succession.resolvers.ts';
import { serviceMonths } from './reference/service-months.ts';
import { stationsOf } from './station/station.resolvers.ts';
import type { Context } from './context.ts';
import type {
  QueryResolvers,
  RegionFilter as RegionWhere,
  RegionResolvers,
  StationFiguresResolvers,
} from './generated/resolvers.ts';
import type { StationFiguresParent } from './mappers.ts';

export const regionQueries = {
  region: async (_root, { code }, { loaders }) =>
    (await loaders.region.load(code)) === null ? null : { code },
  laggingCounties: async (_root, { within, keyCounties }, context) => {
    const counties = await context.useCases.listCountiesWithin(within);
    const kept = await context.loaders.figures.loadMany(counties.map(({ id }) => id));
    const standings = counties.map((region, at) => standingOf(region, keptOr(kept[at])));
    const listed = keyCounties ? await onTheList(standings, context) : standings;
    return laggingFirst(listed).map(({ code }) => ({ code }));
  },
  regions: async (_root, { where, orderBy, ...args }, { useCases }) => {
    const direction = orderBy?.[0]?.direction ?? 'ASC';
    return codesOf(await useCases.listRegions(regionFilterOf(where ?? {}), direction, pageOf(args)));
  },
} satisfies Partial<QueryResolvers>;

export const Region: RegionResolvers = {
  __resolveReference: ({ code }) => ({ code }),
  ...regionChanges,
  id: ({ code }) => idOfCode('reg', code),
  name: async ({ code }, _args, context) => (await regionOf(code, context)).name,
  level: async ({ code }, _args, context) => (await regionOf(code, context)).level,
  kind: async ({ code }, _args, context) => (await regionOf(code, context)).kind,
  retiredOn: async ({ code }, _args, context) => (await regionOf(code, context)).retiredOn ?? null,
  parent: async ({ code }, _args, context) => {
    const { parentCode } = await regionOf(code, context);
    return parentCode === null ? null : { code: parentCode };
  },
  children: async ({ code }, { where, orderBy, retired, ...args }, { useCases }) => {
    const filter = { ...regionFilterOf(where ?? {}), retired: retired ?? false };
    const direction = orderBy?.[0]?.direction ?? 'ASC';
    return codesOf(await useCases.listChildRegions(code, filter, direction, pageOf(args)));
  },
  keyCounty: async ({ code }, _args, { loaders }) => (await loaders.keyCounty.load(code)) !== null,
  keyCountySources: async ({ code }, _args, { loaders }) => [
    ...((await loaders.keyCounty.load(code))?.sourceUrls ?? []),
  ],
  policy: ({ code }, _args, { loaders }) => loaders.policyOfCounty.load(standsForCounty(code)),
  guidanceCentre: ({ code }, _args, { loaders }) => loaders.centreOfCounty.load(standsForCounty(code)),
  currentStation: ({ code }, _args, { loaders }) => loaders.stationOfUnit.load(code),
  stations: ({ code }, { where, ...args }, context, info) =>
    stationsOf({ ...args, where: ofParent(where, { regionCode: { within: code } }) }, context, info),
  serviceMonths: ({ code }, { from, to }, context) =>
    serviceMonths(code, { from, to, whole: canReadServicesWithin(context.actor, code) }, context),
  stationFigures: async ({ code }, _args, context) => ({
    region: await regionOf(code, context),
    kept: await context.loaders.figures.load(code),
    whole: canReadServicesWithin(context.actor, code),
  }),
};

function regionFilterOf({ regionCode, name = null, level }: Partial<RegionWhere>): RegionFilter {
  return { within: regionCode?.within ?? null, name, level: level?.in ?? null };
}

function standingOf(region: RegionState, kept: StationFiguresParent['kept']): CoverageStanding {
  const parent = { region, kept, whole: false };
  return { code: region.id, covered: unitsCovered(parent), inScope: unitsInScope(parent) };
}

/** Figures that cannot be read are none: the county then stands among those that lag. */
function keptOr(kept: StationFiguresParent['kept'] | Error | undefined): StationFiguresParent['kept'] {
  return kept === undefined || kept instanceof Error ? null : kept;
}

async function onTheList(
  standings: readonly CoverageStanding[],
  { loaders }: Context,
): Promise<readonly CoverageStanding[]> {
  const listed = await loaders.keyCounty.loadMany(standings.map(({ code }) => code));
  return standings.filter((_standing, at) => listed[at] !== null && !(listed[at] instanceof Error));
}

function codesOf(page: Page<RegionState>) {
  const items = page.items.map(({ node, cursor }) => ({ node: { code: node.id }, cursor }));
  return toConnection({ ...page, items });
}

export const StationFigures: StationFiguresResolvers = {
  unitsInScope,
  stationsPlanned: (parent) => figure(parent, 'stationsPlanned'),
  stationsOperating: (parent) => figure(parent, 'stationsOperating'),
  coverage: (parent) => rate(parent, unitsCovered(parent), unitsInScope(parent)),
  fiveHaves: (parent) =>
    rate(
      parent,
      figure(parent, 'havesComplete'),
      figure(parent, 'stationsPlanned') - figure(parent, 'stationsClosed'),
    ),
  stationsRectifying: (parent) => figure(parent, 'stationsRectifying'),
  stationsSuspended: (parent) => figure(parent, 'stationsSuspended'),
  stationsClosed: (parent) => figure(parent, 'stationsClosed'),
  rectificationsOverdue: (parent) => figure(parent, 'rectificationsOverdue'),
  gradedExcellent: (parent) => figure(parent, 'gradedExcellent'),
  gradedGood: (parent) => figure(parent, 'gradedGood'),
  gradedBarelyQualified: (parent) => figure(parent, 'gradedBarelyQualified'),
  gradedUnqualified: (parent) => figure(parent, 'gradedUnqualified'),
  serviceRecords: (parent) => served(parent, 'records'),
  servicePersons: (parent) => served(parent, 'persons'),
  serviceHours: (parent) => served(parent, 'minutes') / 60,
  servicesSuppressed: (parent) => !parent.whole && figure(parent, 'withheld') > 0,
  complaintsReceived: (parent) => figure(parent, 'complaintsReceived'),
  complaintsOpen: (parent) => figure(parent, 'complaintsOpen'),
  complaintsOverdue: (parent) => figure(parent, 'complaintsOverdue'),
  demonstrationStations: (parent) => figure(parent, 'demonstrationStations'),
  demonstrationStationsPlanned: (parent) => figure(parent, 'demonstrationStationsPlanned'),
  villageRooms: (parent) => figure(parent, 'villageRooms'),
  villageRoomsToStandard: (parent) => figure(parent, 'roomsToStandard'),
  demonstrationRooms: (parent) => figure(parent, 'demonstrationRooms'),
  demonstrationRoomsPlanned: (parent) => figure(parent, 'demonstrationRoomsPlanned'),
  centresOpen: (parent) => figure(parent, 'centresOpen'),
  asOf,
};

function rate(parent: StationFiguresParent, numerator: number, denominator: number) {
  return {
    numerator,
    denominator,
    rate: denominator === 0 ? null : numerator / denominator,
    asOf: asOf(parent),
  };
}

/** STA-1: every township-level unit, less those that a county's policy leaves out. */
function unitsInScope(parent: StationFiguresParent): number {
  return parent.region.units.all - figure(parent, 'unitsOutOfScope');
}

/** Counted by county, where its policy says which units are in scope; a unit alone is covered or not. */
function unitsCovered(parent: StationFiguresParent): number {
  const byUnit = parent.region.level === 'TOWNSHIP_UNIT';
  return figure(parent, byUnit ? 'stationsOperating' : 'unitsCovered');
}

function figure({ kept }: StationFiguresParent, name: string): number {
  return Number(kept?.figures[name] ?? 0);
}

const SERVED = { records: 'serviceRecords', persons: 'servicePersons', minutes: 'serviceMinutes' } as const;

/** STA-12: whoever may not read the records is shown the sums without small cells. */
function served(parent: StationFiguresParent, measure: keyof typeof SERVED): number {
  return figure(parent, parent.whole ? SERVED[measure] : `${SHOWN}${measure}`);
}

function asOf({ kept }: StationFiguresParent): Date | null {
  return kept?.asOf ?? null;
}

async function regionOf(code: RegionCode, { loaders }: Context): Promise<RegionState> {
  const region = await loaders.region.load(code);
  if (region === null) throw regionNotFound({ id: code });
  return region;
}
