import type { RegionCode } from '@qianshou/kernel';
import { recountCoverage, uncovered } from '../domain/county-coverage.ts';
import type { Ports } from './ports.ts';

type Deps = Pick<Ports, 'stations' | 'regions' | 'countyPolicies' | 'countyCoverages'>;

/** Within the transaction that changed it and holds the county: counts its coverage, and tells it when it is another. */
export const followCoverage =
  ({ stations, regions, countyPolicies, countyCoverages }: Deps) =>
  async (countyCode: RegionCode): Promise<void> => {
    const county = await regions.get(countyCode);
    const policy = await countyPolicies.findLatest(countyCode);
    const operatingUnits = await stations.findOperatingUnits(countyCode);
    const before = (await countyCoverages.find(countyCode)) ?? uncovered({ county });
    await countyCoverages.save(recountCoverage(before, { county, policy, operatingUnits }));
  };
