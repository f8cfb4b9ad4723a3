import type { RegionCode } from '@qianshou/kernel';
import { recountCoverage, uncovered } from '../domain/county-coverage.ts';
import type { Ports } from './ports.ts';

type Deps = Pick<Ports, 'stations' | 'regions' | 'countyPolicies' | 'countyCoverages' | 'unitOfWork'>;

/** Within the transaction that changed it: counts a county's coverage under its lock, and tells it when it is another. */
export const followCoverage =
  ({ stations, regions, countyPolicies, countyCoverages, unitOfWork }: Deps) =>
  async (countyCode: RegionCode): Promise<void> => {
    await unitOfWork.hold(`coverage:${countyCode}`);
    const county = await regions.get(countyCode);
    const policy = await countyPolicies.findLatest(countyCode);
    const operatingUnits = await stations.findOperatingUnits(countyCode);
    const before = (await countyCoverages.find(countyCode)) ?? uncovered({ county });
    await countyCoverages.save(recountCoverage(before, { county, policy, operatingUnits }));
  };
