import type { AgencyId } from '../../domain/ids.ts';
import { recordGrownAgency as record } from '../../domain/work/recipient-growth.ts';
import { mayRecordGrowth } from '../../domain/work/policy.ts';
import { agencyKey } from '../reference/held-keys.ts';
import { pairingDecision, type PairingDecisionInput } from './pairing-decision.ts';
import type { Ports } from '../ports.ts';

export interface RecordGrownAgencyInput extends PairingDecisionInput {
  readonly agencyId: AgencyId;
}

export const recordGrownAgency = (ports: Pick<Ports, 'pairings' | 'agencies' | 'unitOfWork' | 'clock'>) =>
  pairingDecision(ports, {
    operation: 'recordGrownAgency',
    may: mayRecordGrowth,
    decide: async (pairing, { agencyId }: RecordGrownAgencyInput, { today, recorded }) => {
      await ports.unitOfWork.hold(agencyKey(agencyId));
      const agency = await ports.agencies.get(agencyId);
      const countedBy = pairing.agenciesGrown.includes(agencyId)
        ? null
        : await ports.pairings.findThatGrew(agencyId);
      return ports.pairings.save(record(pairing, agency, countedBy, { on: today, recorded }));
    },
  });
