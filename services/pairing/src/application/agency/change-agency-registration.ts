import { type Actor, chinaDay, expectVersion, type UnifiedSocialCreditCode } from '@qianshou/kernel';
import type { Agency } from '../../domain/agency/agency.ts';
import { mayChangeRegistration } from '../../domain/agency/policy.ts';
import { changeRegistration, type RegistrationOrder } from '../../domain/agency/registration-change.ts';
import { ruleBrokenBy } from '../../domain/application/eligibility.ts';
import { agencyChangeBreaksPairing } from '../../domain/agency/errors.ts';
import { agencyAlreadyRegistered } from '../../domain/reference/errors.ts';
import type { AgencyId } from '../../domain/ids.ts';
import { type ExitPorts, followExitOfRecipient } from '../exit/follow-exit.ts';
import { agencyKey, creditCodeKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

export interface ChangeAgencyRegistrationInput extends RegistrationOrder {
  readonly agencyId: AgencyId;
  readonly expectedVersion: number | null;
}

type Deps = Pick<Ports, 'unitOfWork' | 'pairings' | 'schemes' | 'clock'> & ExitPorts;

/** Holds the agency: a pairing that is being matched rests on where it is at home and what it is. */
export const changeAgencyRegistration =
  (ports: Deps) =>
  ({ agencyId, expectedVersion, ...order }: ChangeAgencyRegistrationInput, actor: Actor): Promise<Agency> =>
    ports.unitOfWork.run(async () => {
      await ports.unitOfWork.hold(agencyKey(agencyId));
      const agency = await ports.agencies.get(agencyId);
      mayChangeRegistration(actor, agency, order.changes.homeRegionCode ?? agency.homeRegionCode);
      expectVersion(agency, expectedVersion);
      await refuseTaken(ports, agency, order.changes.unifiedSocialCreditCode);
      const change = changeRegistration(agency, order, chinaDay(ports.clock.now()));
      await refuseBroken(ports, change.state);
      const changed = await ports.agencies.save(change);
      await followExitOfRecipient(ports, agency.id);
      return changed;
    });

async function refuseTaken(
  { agencies, unitOfWork }: Pick<Deps, 'agencies' | 'unitOfWork'>,
  agency: Agency,
  code: UnifiedSocialCreditCode | undefined,
): Promise<void> {
  if (code === undefined) return;
  await unitOfWork.hold(creditCodeKey(code));
  const known = await agencies.findByCreditCode(code);
  if (known !== null && known.id !== agency.id) throw agencyAlreadyRegistered({ agencyId: known.id });
}

/** What its open pairings rest on stays true. */
async function refuseBroken(
  { agencies, pairings, schemes }: Pick<Deps, 'agencies' | 'pairings' | 'schemes'>,
  changed: Agency,
): Promise<void> {
  for (const { dispatchingAgencyId, recipientAgencyId, ...pairing } of await pairings.openOf(changed.id)) {
    const party = (id: AgencyId) => (id === changed.id ? changed : agencies.get(id));
    const brokenRule = ruleBrokenBy({
      dispatching: await party(dispatchingAgencyId),
      recipient: await party(recipientAgencyId),
      scheme: await schemes.get(pairing.schemeId),
      countyCode: pairing.countyCode,
    });
    const { id: pairingId, pairNo } = pairing;
    if (brokenRule !== null) throw agencyChangeBreaksPairing({ pairingId, pairNo, brokenRule });
  }
}
