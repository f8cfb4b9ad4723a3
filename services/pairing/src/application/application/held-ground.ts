import type { PairingGround } from '../../domain/pairing/matching.ts';
import type { Pairing } from '../../domain/pairing/pairing.ts';
import { newCounty } from '../../domain/county/recipient-county.ts';
import { agencyKey, countyKey, schemeKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

type Named = Pick<Pairing, 'schemeId' | 'dispatchingAgencyId' | 'recipientAgencyId' | 'countyCode'>;

/** Scheme, agencies and county are held first: what is read of them afterwards stays true until the decision is saved. */
export async function heldGround(
  { agencies, schemes, pairings, phases, counties, unitOfWork }: Ports,
  named: Named,
): Promise<PairingGround> {
  const { schemeId, dispatchingAgencyId, recipientAgencyId, countyCode } = named;
  await unitOfWork.hold(schemeKey(schemeId));
  await unitOfWork.hold(agencyKey(dispatchingAgencyId));
  await unitOfWork.hold(agencyKey(recipientAgencyId));
  await unitOfWork.hold(countyKey(countyCode));
  const scheme = await schemes.get(schemeId);
  return {
    scheme,
    dispatching: await agencies.get(dispatchingAgencyId),
    recipient: await agencies.get(recipientAgencyId),
    county: (await counties.find(countyCode)) ?? newCounty(countyCode),
    phases: await phases.listAll(),
    open: {
      DISPATCHING: await pairings.findOpen('DISPATCHING', dispatchingAgencyId, scheme.year),
      RECIPIENT: await pairings.findOpen('RECIPIENT', recipientAgencyId, scheme.year),
    },
    earlierInYear: await pairings.countOf(countyCode, scheme.year),
  };
}
