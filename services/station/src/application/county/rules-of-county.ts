import type { CalendarDate, RegionCode } from '@qianshou/kernel';
import { countyPolicyOn } from '../../domain/county/county-policy.ts';
import { type StationRules, stationRulesOf } from '../../domain/county/station-rules.ts';
import type { Ports } from '../ports.ts';

/** The rules of a county on any day: who asks names the day. */
export const rulesOfCounty =
  ({ countyPolicies }: Pick<Ports, 'countyPolicies'>) =>
  async (countyCode: RegionCode): Promise<(day: CalendarDate) => StationRules> => {
    const [policies = []] = await countyPolicies.findOfCounties([countyCode]);
    return (day) => stationRulesOf(countyPolicyOn(policies, day));
  };
