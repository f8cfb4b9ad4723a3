import { correctionTimeIn, type Grounds } from '@qianshou/kernel';
import type { AgencyId } from '../../domain/ids.ts';
import { growthEntry, strikeGrownAgency as strike } from '../../domain/work/growth-strike.ts';
import { mayPutGrowthRight } from '../../domain/work/putting-right.ts';
import { agencyKey } from '../reference/held-keys.ts';
import { pairingDecision, type PairingDecisionInput } from './pairing-decision.ts';
import type { Ports } from '../ports.ts';

export interface StrikeGrownAgencyInput extends PairingDecisionInput, Grounds {
  readonly agencyId: AgencyId;
}

export const strikeGrownAgency = (ports: Pick<Ports, 'pairings' | 'unitOfWork' | 'clock' | 'policies'>) =>
  pairingDecision(ports, {
    operation: 'strikeGrownAgency',
    may: async (actor, pairing, { agencyId }: StrikeGrownAgencyInput) =>
      mayPutGrowthRight(
        actor,
        pairing,
        growthEntry(pairing, agencyId),
        await correctionTimeIn(ports, pairing.countyCode),
      ),
    decide: async (pairing, { agencyId, reason, evidence }, { today }) => {
      await ports.unitOfWork.hold(agencyKey(agencyId));
      return ports.pairings.save(strike(pairing, agencyId, { reason, evidence, today }));
    },
  });
