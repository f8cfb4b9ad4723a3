import type { RegionCode } from '@qianshou/kernel';
import type { AgencyId } from '../../domain/ids.ts';
import type { Ports } from '../ports.ts';

/** Whether an agency runs a station or the guidance centre of the county. */
export async function operatesIn(
  { stations, centres }: Pick<Ports, 'centres' | 'stations'>,
  agencyId: AgencyId,
  countyCode: RegionCode,
): Promise<boolean> {
  return (
    (await stations.isOperatedBy(agencyId, countyCode)) || (await centres.isOperatedBy(agencyId, countyCode))
  );
}
