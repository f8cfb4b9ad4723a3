import type { Station } from './station.ts';

/** What has to be known of a station by whatever is added to it: where it is, who runs it, whether it works. */
export type Workplace = Pick<Station, 'id' | 'status' | 'townshipCode' | 'countyCode' | 'operatorAgencyId'>;

/** Where what is recorded of it lies, and whom it belongs to. */
export function placeOf({
  townshipCode,
  operatorAgencyId,
}: Pick<Workplace, 'townshipCode' | 'operatorAgencyId'>) {
  return { regions: [townshipCode], agencies: operatorAgencyId === null ? [] : [operatorAgencyId] };
}
