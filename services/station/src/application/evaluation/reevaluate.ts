import { type Actor, type Change, expectVersion } from '@qianshou/kernel';
import type { EvaluationEvent, StationEvaluation } from '../../domain/evaluation/station-evaluation.ts';
import { liftRectification, regradeStation } from '../../domain/evaluation/station-grade.ts';
import type { EvaluationId } from '../../domain/ids.ts';
import { puttingRight } from '../../domain/evaluation/evaluation-correction.ts';
import { canCheck } from '../../domain/policy.ts';
import type { Station } from '../../domain/station/station.ts';
import { mayPutRightToday } from '../county/put-right-today.ts';
import type { DecisionFacts } from '../county/rules-of-county.ts';
import type { Ports } from '../ports.ts';
import type { DecisionPorts } from '../station/decide-on-station.ts';
import { saveStation } from '../station/save-station.ts';
import { inCountyOf } from '../station/station-county.ts';

export type ReevaluationPorts = DecisionPorts & Pick<Ports, 'evaluations'>;

/** Which evaluation, and which version the caller read. */
export interface EvaluationTarget {
  readonly evaluationId: EvaluationId;
  readonly expectedVersion: number | null;
}

export interface Evaluated {
  readonly evaluation: StationEvaluation;
  readonly station: Station;
}

type Reevaluation = Change<StationEvaluation, EvaluationEvent>;

interface ReevaluationFacts extends DecisionFacts {
  readonly station: Station;
}

/** In the transaction that holds the county: what an evaluation says now, and what follows from it for the station. */
export const reevaluate =
  (ports: ReevaluationPorts) =>
  async (
    { evaluationId, expectedVersion }: EvaluationTarget,
    actor: Actor,
    decide: (evaluation: StationEvaluation, facts: ReevaluationFacts) => Reevaluation,
  ): Promise<Evaluated> => {
    const { stationId } = await ports.evaluations.get(evaluationId);
    return inCountyOf(ports)(stationId, async (station) => {
      const evaluation = await ports.evaluations.get(evaluationId);
      const mayRecord = canCheck(actor, station);
      const may = await mayPutRightToday(ports)(actor, evaluation, mayRecord, puttingRight);
      expectVersion(evaluation, expectedVersion);
      const facts = { ...may, station };
      return save(ports, decide(evaluation, facts), facts);
    });
  };

/** The station's grade and rectification are what they are without the evaluation, or with what it says now. */
async function save(
  ports: ReevaluationPorts,
  change: Reevaluation,
  { station, rules, today }: ReevaluationFacts,
): Promise<Evaluated> {
  const evaluation = await ports.evaluations.save(change);
  const standing = await ports.evaluations.listStanding(station.id);
  const lifted = liftRectification(station, evaluation, today);
  const regraded = regradeStation(lifted.state, standing, { planDays: rules.rectificationPlanDays, today });
  const both = { state: regraded.state, events: [...lifted.events, ...regraded.events] };
  return { evaluation, station: await saveStation(ports)(station, both, rules) };
}
