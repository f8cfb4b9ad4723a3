import { chinaDay } from '@qianshou/kernel';
import { extendPairing as extend, type ExtensionOrder } from '../../domain/pairing/pairing-extension.ts';
import { mayDirect } from '../../domain/pairing/policy.ts';
import { pairingDecision, type PairingDecisionInput } from './pairing-decision.ts';
import type { Ports } from '../ports.ts';
import { type PairingTurnDeps, savePairing } from './save-pairing.ts';

export interface ExtendPairingInput extends PairingDecisionInput, ExtensionOrder {}

export const extendPairing = (ports: PairingTurnDeps & Pick<Ports, 'phases'>) =>
  pairingDecision(ports, {
    operation: 'extendPairing',
    may: mayDirect,
    decide: async (pairing, input: ExtendPairingInput) => {
      const facts = { phases: await ports.phases.listAll(), today: chinaDay(ports.clock.now()) };
      return savePairing(ports, pairing, extend(pairing, input, facts));
    },
  });
