import type { RegionCode } from '@qianshou/kernel';
import type { AgencyId } from '../domain/ids.ts';
import type { Ports } from './ports.ts';

/** TRA-1: a recipient agency, or a county that receives help. */
export async function isRecipientSide(
  { agencies, recipientCounties }: Pick<Ports, 'agencies' | 'recipientCounties'>,
  countyCode: RegionCode,
  employerAgencyId: AgencyId | null,
): Promise<boolean> {
  if (await recipientCounties.has(countyCode)) return true;
  const employer = employerAgencyId === null ? null : await agencies.find(employerAgencyId);
  return employer?.canReceive ?? false;
}
