import { chinaDay, type RegionCode } from '@qianshou/kernel';
import type { FiguresReader } from '@qianshou/service-kit/figures';
import { loader } from '@qianshou/service-kit/graphql';
import { policyOn } from '../application/county/policy-on.ts';
import type { Ports } from '../application/ports.ts';
import type { ActivityId } from '../domain/ids.ts';
import type { Station } from '../domain/station/station.ts';
import type { Workplace } from '../domain/station/workplace.ts';

type Sources = Pick<
  Ports,
  | 'acceptanceChecks'
  | 'activities'
  | 'agencies'
  | 'clock'
  | 'centres'
  | 'countyPolicies'
  | 'complaints'
  | 'evaluations'
  | 'keyCounties'
  | 'recordTexts'
  | 'regions'
  | 'regionSuccessions'
  | 'serviceRecords'
  | 'stations'
  | 'stationVisits'
  | 'unitScopes'
  | 'villageRooms'
> & {
  readonly figures: FiguresReader;
};

export type Loaders = ReturnType<typeof stationLoaders>;

/** In the order asked for; null where a unit has no station that stands. */
function byUnit(findWorkplaces: Ports['stations']['findWorkplaces']) {
  return async (units: readonly RegionCode[]): Promise<readonly (Workplace | null)[]> => {
    const found = await findWorkplaces(units);
    const workplaces = new Map(found.map((workplace) => [workplace.townshipCode, workplace]));
    return units.map((unit) => workplaces.get(unit) ?? null);
  };
}

/** The station that a unit has now; a closed one is none. */
function standingIn(findByUnits: Ports['stations']['findByUnits']) {
  return async (units: readonly RegionCode[]): Promise<readonly (Station | null)[]> => {
    const found = new Map((await findByUnits(units)).map((station) => [station.townshipCode, station]));
    return units.map((unit) => found.get(unit) ?? null);
  };
}

/** Made anew for each request, so that nobody is answered from what somebody else was allowed to see. */
export function stationLoaders(sources: Sources) {
  const today = chinaDay(sources.clock.now());
  return {
    /** The day of the request. */
    today,
    acceptanceCheck: loader(sources.acceptanceChecks.findMany),
    agency: loader(sources.agencies.findMany),
    centre: loader(sources.centres.findMany),
    centreOfCounty: loader(sources.centres.findByCounties),
    complaint: loader(sources.complaints.findMany),
    evaluation: loader(sources.evaluations.findMany),
    figures: loader(sources.figures.readMany),
    markedActivities: loader(sources.activities.findMarked),
    markedRecords: loader(sources.recordTexts.findMarked),
    keyCounty: loader(sources.keyCounties.findMany),
    operatorMix: loader(sources.stations.findOperatorMixes),
    policy: loader(sources.countyPolicies.findMany),
    policyOfCounty: loader((counties: readonly RegionCode[]) => policyOn(sources)(counties, today)),
    regionSuccession: loader(sources.regionSuccessions.findMany),
    serviceRecord: loader(sources.serviceRecords.findMany),
    stationActivity: loader((ids: readonly ActivityId[]) => Promise.all(ids.map(sources.activities.find))),
    stationVisit: loader(sources.stationVisits.findMany),
    region: loader(sources.regions.findMany),
    station: loader(sources.stations.findMany),
    stationOfUnit: loader(standingIn(sources.stations.findByUnits)),
    successionsOf: loader(sources.regionSuccessions.findNaming),
    unitScope: loader(sources.unitScopes.findMany),
    villageRoom: loader(sources.villageRooms.findMany),
    workplaceOfUnit: loader(byUnit(sources.stations.findWorkplaces)),
  };
}
