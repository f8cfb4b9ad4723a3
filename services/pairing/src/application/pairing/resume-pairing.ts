import { type CalendarDate, chinaDay } from '@qianshou/kernel';
import { resumePairing as resume } from '../../domain/pairing/pairing-life-cycle.ts';
import { mayConduct } from '../../domain/pairing/policy.ts';
import { pairingDecision, type PairingDecisionInput } from './pairing-decision.ts';
import { type PairingTurnDeps, savePairing } from './save-pairing.ts';

export interface ResumePairingInput extends PairingDecisionInput {
  readonly on: CalendarDate;
}

export const resumePairing = (ports: PairingTurnDeps) =>
  pairingDecision(ports, {
    operation: 'resumePairing',
    may: mayConduct,
    decide: (pairing, { on }: ResumePairingInput) =>
      savePairing(ports, pairing, resume(pairing, on, chinaDay(ports.clock.now()))),
  });
