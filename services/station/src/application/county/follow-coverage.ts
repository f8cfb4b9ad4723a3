import { chinaDay, type RegionCode, regionNotFound } from '@qianshou/kernel';
import { recountCoverage, uncovered } from '../../domain/county/county-coverage.ts';
import { policyOn } from './policy-on.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<
  Ports,
  'stations' | 'regions' | 'unitScopes' | 'countyPolicies' | 'countyCoverages' | 'clock'
>;

/** Within the transaction that changed it and holds the counties: counts their coverage, and tells it when it is another. */
export const followCoverage =
  ({ stations, regions, unitScopes, countyPolicies, countyCoverages, clock }: Deps) =>
  async (...countyCodes: readonly RegionCode[]): Promise<void> => {
    if (countyCodes.length === 0) return;
    const counties = await regions.findMany(countyCodes);
    const policies = await policyOn({ countyPolicies })(countyCodes, chinaDay(clock.now()));
    const operating = await stations.findOperatingUnits(countyCodes);
    const out = await unitScopes.findOut(countyCodes);
    const coverages = await countyCoverages.findMany(countyCodes);
    const changes = countyCodes.map((id, at) => {
      const county = counties[at];
      if (county === undefined || county === null) throw regionNotFound({ id });
      const facts = {
        county,
        policy: policies[at] ?? null,
        operatingUnits: operating[at] ?? [],
        outOfScope: out[at] ?? [],
      };
      return recountCoverage(coverages[at] ?? uncovered({ county }), facts);
    });
    await countyCoverages.saveMany(changes);
  };
