import { chinaDay } from '@qianshou/kernel';
import { type Interruption, suspendPairing as suspend } from '../domain/pairing-life-cycle.ts';
import { mayConduct } from '../domain/policy.ts';
import { pairingDecision, type PairingDecisionInput } from './pairing-decision.ts';
import type { Ports } from './ports.ts';
import { savePairing } from './save-pairing.ts';

export interface SuspendPairingInput extends PairingDecisionInput, Interruption {}

export const suspendPairing = (ports: Pick<Ports, 'pairings' | 'counties' | 'unitOfWork' | 'clock'>) =>
  pairingDecision(ports, {
    operation: 'suspendPairing',
    may: mayConduct,
    decide: (pairing, input: SuspendPairingInput) =>
      savePairing(ports, pairing, suspend(pairing, input, chinaDay(ports.clock.now()))),
  });
