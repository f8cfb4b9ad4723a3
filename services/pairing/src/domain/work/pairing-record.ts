import { lineage, type RegionCode } from '@qianshou/kernel';
import type { CooperationScheme } from '../scheme/cooperation-scheme.ts';
import type { AgencyId, PairingId, SchemeId } from '../ids.ts';
import type { Pairing } from '../pairing/pairing.ts';

/** What every record of a pairing's work carries of the pairing, so that lists and readers find it by one key. */
export interface PairingRecord {
  readonly pairingId: PairingId;
  readonly schemeId: SchemeId;
  readonly countyCode: RegionCode;
  readonly dispatchingAgencyId: AgencyId;
  readonly recipientAgencyId: AgencyId;
  /** The county and everything above it. */
  readonly regions: readonly RegionCode[];
  /** Whom it concerns: the regions of both sides and both agencies. What is not public is read by these. */
  readonly audience: readonly string[];
}

export function recordOf(
  pairing: Pairing,
  { dispatchProvinceCode }: Pick<CooperationScheme, 'dispatchProvinceCode'>,
): PairingRecord {
  const { id, schemeId, countyCode, dispatchingAgencyId, recipientAgencyId } = pairing;
  const regions = lineage(countyCode);
  const concerned = [...regions, dispatchProvinceCode, dispatchingAgencyId, recipientAgencyId];
  return {
    pairingId: id,
    schemeId,
    countyCode,
    dispatchingAgencyId,
    recipientAgencyId,
    regions,
    audience: [...new Set<string>(concerned)],
  };
}
