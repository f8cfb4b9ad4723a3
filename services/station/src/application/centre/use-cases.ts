import type { Ports } from '../ports.ts';
import { changeGuidanceCentreOperator } from './change-centre-operator.ts';
import { closeGuidanceCentre } from './close-guidance-centre.ts';
import { correctGuidanceCentre } from './correct-guidance-centre.ts';
import { strikeGuidanceCentre } from './strike-guidance-centre.ts';
import { listGuidanceCentres } from './list-guidance-centres.ts';
import { nameExpertTeam } from './name-expert-team.ts';
import { openGuidanceCentre } from './open-guidance-centre.ts';
import { planGuidanceCentre } from './plan-guidance-centre.ts';

export function useCasesOfCentre(ports: Ports) {
  return {
    correctGuidanceCentre: correctGuidanceCentre(ports),
    strikeGuidanceCentre: strikeGuidanceCentre(ports),
    changeGuidanceCentreOperator: changeGuidanceCentreOperator(ports),
    closeGuidanceCentre: closeGuidanceCentre(ports),
    listGuidanceCentres: listGuidanceCentres(ports),
    nameExpertTeam: nameExpertTeam(ports),
    openGuidanceCentre: openGuidanceCentre(ports),
    planGuidanceCentre: planGuidanceCentre(ports),
  };
}
