import { start } from '../../domain/pairing/pairing-life-cycle.ts';
import { mayConduct } from '../../domain/pairing/policy.ts';
import type { Span } from '../../domain/scheme/programme-phase.ts';
import { pairingDecision, type PairingDecisionInput } from './pairing-decision.ts';
import type { Ports } from '../ports.ts';
import { type PairingTurnDeps, savePairing } from './save-pairing.ts';

type Deps = PairingTurnDeps & Pick<Ports, 'phases'>;

export interface StartPairingInput extends PairingDecisionInput, Span {}

export const startPairing = (ports: Deps) =>
  pairingDecision(ports, {
    operation: 'startPairing',
    may: mayConduct,
    decide: async (pairing, input: StartPairingInput, { today, recorded }) => {
      const facts = { phases: await ports.phases.listAll(), today };
      const { state, events } = start(pairing, input, facts);
      return savePairing(ports, pairing, { state: { ...state, agreementRecorded: recorded }, events });
    },
  });
