import { type Actor, chinaDay } from '@qianshou/kernel';
import { type ActiveAgency, register, type Registration } from '../domain/agency.ts';
import { agencyAlreadyRegistered } from '../domain/errors.ts';
import { mayRegister } from '../domain/policy.ts';
import type { Ports } from './ports.ts';

type Deps = Pick<Ports, 'agencies' | 'unitOfWork' | 'clock' | 'newId'>;

export const registerAgency =
  ({ agencies, unitOfWork, clock, newId }: Deps) =>
  (input: Omit<Registration, 'id'>, actor: Actor): Promise<ActiveAgency> =>
    unitOfWork.run(async () => {
      mayRegister(actor, input.homeRegionCode);
      await unitOfWork.hold(`credit-code:${input.unifiedSocialCreditCode}`);
      const known = await agencies.findByCreditCode(input.unifiedSocialCreditCode);
      if (known !== null) throw agencyAlreadyRegistered({ agencyId: known.id });
      return agencies.save(register({ ...input, id: newId('agy') }, chinaDay(clock.now())));
    });
