import type { CalendarDate, RegionCode } from '@qianshou/kernel';
import { type CountyPolicy, countyPolicyOn } from '../../domain/county/county-policy.ts';
import type { Ports } from '../ports.ts';

/** In the order asked for: the policy that rules in each county on that day; null where only the national rules do. */
export const policyOn =
  ({ countyPolicies }: Pick<Ports, 'countyPolicies'>) =>
  async (counties: readonly RegionCode[], day: CalendarDate): Promise<readonly (CountyPolicy | null)[]> => {
    const found = await countyPolicies.findOfCounties(counties);
    return found.map((policies) => countyPolicyOn(policies, day));
  };
