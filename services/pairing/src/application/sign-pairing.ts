import { type Actor, chinaDay, expectVersion } from '@qianshou/kernel';
import type { PairingId } from '../domain/ids.ts';
import { type Agreement, sign, type SignedPairing } from '../domain/pairing.ts';
import { mayConduct } from '../domain/policy.ts';
import { onceRequest } from './once-request.ts';
import type { Ports } from './ports.ts';

type Deps = Pick<Ports, 'pairings' | 'unitOfWork' | 'clock'>;

export interface SignPairingInput extends Agreement {
  readonly pairingId: PairingId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

export const signPairing =
  ({ pairings, unitOfWork, clock }: Deps) =>
  (input: SignPairingInput, actor: Actor): Promise<SignedPairing> =>
    unitOfWork.once(onceRequest('signPairing', actor, input), async () => {
      const pairing = await pairings.get(input.pairingId);
      mayConduct(actor, pairing);
      expectVersion(pairing, input.expectedVersion);
      return pairings.save(sign(pairing, input, chinaDay(clock.now())));
    });
