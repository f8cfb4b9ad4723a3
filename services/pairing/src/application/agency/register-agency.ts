import { type Actor, chinaDay } from '@qianshou/kernel';
import {
  type Agency,
  isUnconfirmed,
  register,
  registerItself,
  type Registration,
} from '../../domain/agency/agency.ts';
import { enterOver } from '../../domain/agency/agency-verification.ts';
import { agencyAlreadyRegistered } from '../../domain/reference/errors.ts';
import { canEnterAgency, mayRegister } from '../../domain/agency/policy.ts';
import { creditCodeKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'agencies' | 'unitOfWork' | 'clock' | 'newId'>;

/** An authority of the home enters what it knows, also over what an agency said of itself; an agency waits for it. */
export const registerAgency =
  ({ agencies, unitOfWork, clock, newId }: Deps) =>
  (input: Omit<Registration, 'id'>, actor: Actor): Promise<Agency> =>
    unitOfWork.run(async () => {
      mayRegister(actor, input.homeRegionCode);
      await unitOfWork.hold(creditCodeKey(input.unifiedSocialCreditCode));
      const known = await agencies.findByCreditCode(input.unifiedSocialCreditCode);
      const byAuthority = canEnterAgency(actor, input.homeRegionCode);
      const today = chinaDay(clock.now());
      if (known !== null && byAuthority && isUnconfirmed(known))
        return agencies.save(enterOver(known, input, today));
      if (known !== null) throw agencyAlreadyRegistered({ agencyId: known.id });
      const registration = { ...input, id: newId('agy') };
      if (byAuthority) return agencies.save(register(registration, today));
      return agencies.save(registerItself(registration, today));
    });
