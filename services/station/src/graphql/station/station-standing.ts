import { countyOf } from '@qianshou/kernel';
import { signageOf } from '../../domain/reference/signage.ts';
import type { Station } from '../../domain/station/station.ts';
import { stationRulesOf } from '../../domain/county/station-rules.ts';
import { operatedCounty, type StationStanding } from '../../domain/station/station-standing.ts';
import type { Context } from '../context.ts';

/** Loaded once per request and station, however many fields ask. */
export async function standingOf(station: Station, { loaders }: Context): Promise<StationStanding> {
  const { countyCode, townshipCode, operatorAgencyId } = station;
  const [policy, operator, operatorMix, centre, county, unit] = await Promise.all([
    loaders.policyOfCounty.load(countyCode),
    operatorAgencyId === null ? null : loaders.agency.load(operatorAgencyId),
    operatorAgencyId === null ? null : loaders.operatorMix.load(operatedCounty(countyCode, operatorAgencyId)),
    loaders.centreOfCounty.load(countyCode),
    loaders.region.load(countyOf(townshipCode)),
    loaders.region.load(townshipCode),
  ]);
  return {
    rules: stationRulesOf(policy),
    operator,
    operatorMix,
    centre,
    expectedSignage: signageOf(county?.name ?? '', unit?.name ?? ''),
  };
}
