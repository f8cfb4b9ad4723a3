import { chinaDay, type Grounds } from '@qianshou/kernel';
import type { AgencyId } from '../../domain/ids.ts';
import { strikeGrownAgency as strike } from '../../domain/work/growth-strike.ts';
import { mayRecordGrowth } from '../../domain/work/policy.ts';
import { agencyKey } from '../reference/held-keys.ts';
import { pairingDecision, type PairingDecisionInput } from './pairing-decision.ts';
import type { Ports } from '../ports.ts';

export interface StrikeGrownAgencyInput extends PairingDecisionInput, Grounds {
  readonly agencyId: AgencyId;
}

export const strikeGrownAgency = (ports: Pick<Ports, 'pairings' | 'unitOfWork' | 'clock'>) =>
  pairingDecision(ports, {
    operation: 'strikeGrownAgency',
    may: mayRecordGrowth,
    decide: async (pairing, { agencyId, reason, evidence }: StrikeGrownAgencyInput) => {
      await ports.unitOfWork.hold(agencyKey(agencyId));
      const today = chinaDay(ports.clock.now());
      return ports.pairings.save(strike(pairing, agencyId, { reason, evidence, today }));
    },
  });
