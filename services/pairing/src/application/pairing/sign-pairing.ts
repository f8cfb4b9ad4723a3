import { chinaDay } from '@qianshou/kernel';
import { type Agreement, sign } from '../../domain/pairing/pairing-life-cycle.ts';
import { mayConduct } from '../../domain/pairing/policy.ts';
import { pairingDecision, type PairingDecisionInput } from './pairing-decision.ts';
import type { Ports } from '../ports.ts';

export interface SignPairingInput extends PairingDecisionInput, Agreement {}

export const signPairing = (ports: Pick<Ports, 'pairings' | 'unitOfWork' | 'clock'>) =>
  pairingDecision(ports, {
    operation: 'signPairing',
    may: mayConduct,
    decide: (pairing, input: SignPairingInput) =>
      ports.pairings.save(sign(pairing, input, chinaDay(ports.clock.now()))),
  });
