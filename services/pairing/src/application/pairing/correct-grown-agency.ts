import { type CalendarDate, correctionTimeIn, type Grounds } from '@qianshou/kernel';
import type { AgencyId } from '../../domain/ids.ts';
import { correctGrownAgency as correct } from '../../domain/work/growth-correction.ts';
import { growthEntry } from '../../domain/work/growth-strike.ts';
import { mayPutGrowthRight } from '../../domain/work/putting-right.ts';
import { agencyKey } from '../reference/held-keys.ts';
import { pairingDecision, type PairingDecisionInput } from './pairing-decision.ts';
import type { Ports } from '../ports.ts';

export interface CorrectGrownAgencyInput extends PairingDecisionInput, Grounds {
  readonly agencyId: AgencyId;
  /** Null: it was this agency, on another day. */
  readonly correctAgencyId: AgencyId | null;
  readonly grownOn: CalendarDate | null;
}

type Deps = Pick<Ports, 'pairings' | 'agencies' | 'unitOfWork' | 'clock' | 'policies'>;

export const correctGrownAgency = (ports: Deps) =>
  pairingDecision(ports, {
    operation: 'correctGrownAgency',
    may: async (actor, pairing, { agencyId }: CorrectGrownAgencyInput) =>
      mayPutGrowthRight(
        actor,
        pairing,
        growthEntry(pairing, agencyId),
        await correctionTimeIn(ports, pairing.countyCode),
      ),
    decide: async (pairing, { agencyId, correctAgencyId, grownOn, reason, evidence }, { today }) => {
      const named = correctAgencyId ?? agencyId;
      await ports.unitOfWork.hold(...new Set([agencyKey(agencyId), agencyKey(named)].toSorted()));
      const agency = correctAgencyId === null ? null : await ports.agencies.get(correctAgencyId);
      const countedBy = agency === null ? null : await ports.pairings.findThatGrew(agency.id);
      const right = { agency, countedBy, grownOn };
      return ports.pairings.save(correct(pairing, agencyId, right, { reason, evidence, today }));
    },
  });
