import type { AgencyReplica } from '../../domain/reference/agency-replica.ts';
import type { Station } from '../../domain/station/station.ts';
import type { Ports } from '../ports.ts';

/** Null where the government staffs the station itself. */
export async function operatorOf(
  { agencies }: Pick<Ports, 'agencies'>,
  { operatorAgencyId }: Pick<Station, 'operatorAgencyId'>,
): Promise<AgencyReplica | null> {
  return operatorAgencyId === null ? null : agencies.get(operatorAgencyId);
}
