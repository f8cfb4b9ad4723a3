import { type Agreement, sign } from '../../domain/pairing/pairing-life-cycle.ts';
import { mayConduct } from '../../domain/pairing/policy.ts';
import { pairingDecision, type PairingDecisionInput } from './pairing-decision.ts';
import type { Ports } from '../ports.ts';

export interface SignPairingInput extends PairingDecisionInput, Agreement {}

export const signPairing = (ports: Pick<Ports, 'pairings' | 'unitOfWork' | 'clock'>) =>
  pairingDecision(ports, {
    operation: 'signPairing',
    may: mayConduct,
    decide: (pairing, input: SignPairingInput, { today, recorded }) => {
      const { state, events } = sign(pairing, input, today);
      return ports.pairings.save({ state: { ...state, agreementRecorded: recorded }, events });
    },
  });
