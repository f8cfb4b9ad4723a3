import { chinaDay } from '@qianshou/kernel';
import { type Interruption, suspendPairing as suspend } from '../../domain/pairing/pairing-life-cycle.ts';
import { mayConduct } from '../../domain/pairing/policy.ts';
import { pairingDecision, type PairingDecisionInput } from './pairing-decision.ts';
import { type PairingTurnDeps, savePairing } from './save-pairing.ts';

export interface SuspendPairingInput extends PairingDecisionInput, Interruption {}

export const suspendPairing = (ports: PairingTurnDeps) =>
  pairingDecision(ports, {
    operation: 'suspendPairing',
    may: mayConduct,
    decide: (pairing, input: SuspendPairingInput) =>
      savePairing(ports, pairing, suspend(pairing, input, chinaDay(ports.clock.now()))),
  });
