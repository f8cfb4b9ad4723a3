import type { Ports } from '../ports.ts';
import { correctStationEvaluation } from './correct-station-evaluation.ts';
import { evaluateStation } from './evaluate-station.ts';
import { listEvaluations } from './list-evaluations.ts';
import { strikeStationEvaluation } from './strike-station-evaluation.ts';

export function useCasesOfEvaluation(ports: Ports) {
  return {
    correctStationEvaluation: correctStationEvaluation(ports),
    evaluateStation: evaluateStation(ports),
    listEvaluations: listEvaluations(ports),
    strikeStationEvaluation: strikeStationEvaluation(ports),
  };
}
