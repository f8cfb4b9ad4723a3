import type { RegionCode } from '@qianshou/kernel';
import { barsProviderIn, type FundEvaluation } from '../../domain/evaluation/fund-evaluation.ts';
import type { AgencyId } from '../../domain/ids.ts';
import type { BarringEvaluation } from '../../domain/reference/replicas.ts';
import type { Ports } from '../ports.ts';

/** An unqualified year of a contract bars for each of its stations. */
function barsBy(evaluation: FundEvaluation): readonly BarringEvaluation[] {
  const { id, stationIds, countyCode, providerAgencyId: operatorAgencyId } = evaluation;
  const barsIn = barsProviderIn(evaluation);
  return stationIds.map((stationId) => ({ id, stationId, countyCode, operatorAgencyId, barsIn }));
}

/** FUN-14: what bars an agency from purchases of a county, with the stations as people know them. */
export const barsOf =
  ({ evaluations, fundEvaluations, stations }: Pick<Ports, 'evaluations' | 'fundEvaluations' | 'stations'>) =>
  async (agency: AgencyId, countyCode: RegionCode): Promise<readonly BarringEvaluation[]> => {
    const ofContracts = await fundEvaluations.listBarring(agency, countyCode);
    const bars = [...(await evaluations.listBarring(agency, countyCode)), ...ofContracts.flatMap(barsBy)];
    const known = await stations.findMany(bars.map(({ stationId }) => stationId));
    return bars.map((bar, at) => ({ ...bar, signage: known[at]?.signage ?? null }));
  };
