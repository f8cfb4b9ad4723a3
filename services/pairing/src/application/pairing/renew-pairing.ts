import type { SchemeId } from '../../domain/ids.ts';
import type { MatchedPairing, Pairing } from '../../domain/pairing/pairing.ts';
import { mayDirect } from '../../domain/pairing/policy.ts';
import { renew } from '../../domain/pairing/succession.ts';
import { heldGround } from '../application/held-ground.ts';
import { pairingDecision, type PairingDecisionInput } from './pairing-decision.ts';
import type { Ports } from '../ports.ts';

export interface RenewPairingInput extends PairingDecisionInput {
  /** The scheme of the year in which the two go on together. */
  readonly schemeId: SchemeId;
}

export const renewPairing = (ports: Ports) =>
  pairingDecision(ports, {
    operation: 'renewPairing',
    may: mayDirect,
    decide: async (earlier: Pairing, { schemeId }: RenewPairingInput): Promise<MatchedPairing> => {
      const ground = await heldGround(ports, { ...earlier, schemeId });
      const renewal = renew(earlier, ground, { pairingId: ports.newId('par'), at: ports.clock.now() });
      await ports.schemes.save(renewal.scheme);
      return ports.pairings.save(renewal.pairing);
    },
  });
