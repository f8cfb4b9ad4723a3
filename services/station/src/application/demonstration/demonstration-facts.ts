import type { CalendarDate, RegionCode } from '@qianshou/kernel';
import type { DemonstrationFacts } from '../../domain/demonstration/demonstration.ts';
import { policyOn } from '../county/policy-on.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'stations' | 'countyPolicies'>;

/** STA-5: read while the decision holds the county, so that two choices at once do not both see the last free place. */
export const demonstrationFacts =
  ({ stations, countyPolicies }: Deps) =>
  async (countyCode: RegionCode, day: CalendarDate): Promise<DemonstrationFacts> => {
    const [policy] = await policyOn({ countyPolicies })([countyCode], day);
    const chosen = await stations.countDemonstrations(countyCode);
    return { planned: policy?.demonstrationStations ?? null, chosen };
  };
