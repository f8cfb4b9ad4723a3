import { type Actor, chinaDay, expectVersion } from '@qianshou/kernel';
import type { PairingId } from '../domain/ids.ts';
import { type ActivePairing, start } from '../domain/pairing.ts';
import { mayConduct } from '../domain/policy.ts';
import type { Span } from '../domain/programme-phase.ts';
import { cover, newCounty } from '../domain/recipient-county.ts';
import { countyKey } from './held-keys.ts';
import { onceRequest } from './once-request.ts';
import type { Ports } from './ports.ts';

type Deps = Pick<Ports, 'pairings' | 'phases' | 'counties' | 'unitOfWork' | 'clock'>;

export interface StartPairingInput extends Span {
  readonly pairingId: PairingId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

export const startPairing =
  ({ pairings, phases, counties, unitOfWork, clock }: Deps) =>
  (input: StartPairingInput, actor: Actor): Promise<ActivePairing> =>
    unitOfWork.once(onceRequest('startPairing', actor, input), async () => {
      const pairing = await pairings.get(input.pairingId);
      mayConduct(actor, pairing);
      expectVersion(pairing, input.expectedVersion);
      await unitOfWork.hold(countyKey(pairing.countyCode));
      const facts = { phases: await phases.listAll(), today: chinaDay(clock.now()) };
      const started = await pairings.save(start(pairing, input, facts));
      const county = await counties.find(pairing.countyCode);
      await counties.save(cover(county ?? newCounty(pairing.countyCode)));
      return started;
    });
