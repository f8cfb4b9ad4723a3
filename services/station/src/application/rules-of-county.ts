import type { RegionCode } from '@qianshou/kernel';
import { type StationRules, stationRulesOf } from '../domain/station-rules.ts';
import type { Ports } from './ports.ts';

export const rulesOfCounty =
  ({ countyPolicies }: Pick<Ports, 'countyPolicies'>) =>
  async (countyCode: RegionCode): Promise<StationRules> =>
    stationRulesOf(await countyPolicies.findLatest(countyCode));
