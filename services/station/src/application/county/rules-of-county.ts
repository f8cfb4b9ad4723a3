import { type CalendarDate, chinaDay, type RegionCode } from '@qianshou/kernel';
import { countyPolicyOn } from '../../domain/county/county-policy.ts';
import { type StationRules, stationRulesOf } from '../../domain/county/station-rules.ts';
import type { Ports } from '../ports.ts';

/** What every decision about a thing of a county may ask: the day, and the rules of its county. */
export interface DecisionFacts {
  readonly today: CalendarDate;
  /** Today's. */
  readonly rules: StationRules;
  /** Those of another day: what was done then is measured by what ruled then. */
  readonly rulesOn: (day: CalendarDate) => StationRules;
}

/** The rules of a county on any day: who asks names the day. */
export const rulesOfCounty =
  ({ countyPolicies }: Pick<Ports, 'countyPolicies'>) =>
  async (countyCode: RegionCode): Promise<(day: CalendarDate) => StationRules> => {
    const [policies = []] = await countyPolicies.findOfCounties([countyCode]);
    return (day) => stationRulesOf(countyPolicyOn(policies, day));
  };

export async function factsOf(
  ports: Pick<Ports, 'countyPolicies' | 'clock'>,
  { countyCode }: { readonly countyCode: RegionCode },
): Promise<DecisionFacts> {
  const rulesOn = await rulesOfCounty(ports)(countyCode);
  const today = chinaDay(ports.clock.now());
  return { today, rules: rulesOn(today), rulesOn };
}
