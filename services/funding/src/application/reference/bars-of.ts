import type { RegionCode } from '@qianshou/kernel';
import type { AgencyId } from '../../domain/ids.ts';
import type { BarringEvaluation } from '../../domain/reference/replicas.ts';
import type { Ports } from '../ports.ts';

/** FUN-14: what bars an agency from purchases of a county, with the stations as people know them. */
export const barsOf =
  ({ evaluations, stations }: Pick<Ports, 'evaluations' | 'stations'>) =>
  async (agency: AgencyId, countyCode: RegionCode): Promise<readonly BarringEvaluation[]> => {
    const bars = await evaluations.listBarring(agency, countyCode);
    const known = await stations.findMany(bars.map(({ stationId }) => stationId));
    return bars.map((bar, at) => ({ ...bar, signage: known[at]?.signage ?? null }));
  };
