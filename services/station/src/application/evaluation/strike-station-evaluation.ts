import { type Actor, chinaDay, expectVersion, type PublicText } from '@qianshou/kernel';
import { strikeEvaluation } from '../../domain/evaluation/evaluation-correction.ts';
import type { EvaluationId } from '../../domain/ids.ts';
import { mayCheck } from '../../domain/policy.ts';
import { type Evaluated, type ReevaluationPorts, reevaluated } from './reevaluated.ts';
import { inCountyOf } from '../station/station-county.ts';

export interface StrikeStationEvaluationInput {
  readonly evaluationId: EvaluationId;
  readonly reason: PublicText;
  readonly expectedVersion: number | null;
}

export const strikeStationEvaluation =
  (ports: ReevaluationPorts) =>
  async (input: StrikeStationEvaluationInput, actor: Actor): Promise<Evaluated> => {
    const { stationId } = await ports.evaluations.get(input.evaluationId);
    return inCountyOf(ports)(
      stationId,
      async (station) => {
        const evaluation = await ports.evaluations.get(input.evaluationId);
        expectVersion(evaluation, input.expectedVersion);
        const change = strikeEvaluation(evaluation, input.reason, chinaDay(ports.clock.now()));
        return reevaluated(ports, station, change);
      },
      (station) => mayCheck(actor, station),
    );
  };
