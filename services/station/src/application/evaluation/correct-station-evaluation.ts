import { type Actor, chinaDay, expectVersion, type PublicText } from '@qianshou/kernel';
import { type Corrected, correctEvaluation } from '../../domain/evaluation/evaluation-correction.ts';
import type { EvaluationId } from '../../domain/ids.ts';
import { mayCheck } from '../../domain/policy.ts';
import { type Evaluated, type ReevaluationPorts, reevaluated } from './reevaluated.ts';
import { rulesOfCounty } from '../county/rules-of-county.ts';
import { inCountyOf } from '../station/station-county.ts';

export interface CorrectStationEvaluationInput {
  readonly evaluationId: EvaluationId;
  readonly corrected: Corrected;
  readonly reason: PublicText;
  readonly expectedVersion: number | null;
}

export const correctStationEvaluation =
  (ports: ReevaluationPorts) =>
  async (input: CorrectStationEvaluationInput, actor: Actor): Promise<Evaluated> => {
    const { stationId } = await ports.evaluations.get(input.evaluationId);
    return inCountyOf(ports)(
      stationId,
      async (station) => {
        const evaluation = await ports.evaluations.get(input.evaluationId);
        expectVersion(evaluation, input.expectedVersion);
        const { corrected, reason } = input;
        const day = corrected.evaluatedOn ?? evaluation.evaluatedOn;
        const { grades } = (await rulesOfCounty(ports)(station.countyCode))(day);
        const openedOn = station.openedOn ?? day;
        const facts = { reason, grades, openedOn, today: chinaDay(ports.clock.now()) };
        return reevaluated(ports, station, correctEvaluation(evaluation, corrected, facts));
      },
      (station) => mayCheck(actor, station),
    );
  };
