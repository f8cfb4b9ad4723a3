import { type Change, chinaDay } from '@qianshou/kernel';
import type { Station } from '../../domain/station/station.ts';
import type { EvaluationEvent, StationEvaluation } from '../../domain/evaluation/station-evaluation.ts';
import { liftRectification, regradeStation } from '../../domain/evaluation/station-grade.ts';
import type { DecisionPorts } from '../station/decide-on-station.ts';
import type { Ports } from '../ports.ts';
import { rulesOfCounty } from '../county/rules-of-county.ts';
import { saveStation } from '../station/save-station.ts';

export type ReevaluationPorts = DecisionPorts & Pick<Ports, 'evaluations'>;

export interface Evaluated {
  readonly evaluation: StationEvaluation;
  readonly station: Station;
}

/** Within the transaction that holds the county: the evaluation, and what the station's grade and rectification are without or with it. */
export async function reevaluated(
  ports: ReevaluationPorts,
  station: Station,
  change: Change<StationEvaluation, EvaluationEvent>,
): Promise<Evaluated> {
  const today = chinaDay(ports.clock.now());
  const rules = (await rulesOfCounty(ports)(station.countyCode))(today);
  const evaluation = await ports.evaluations.save(change);
  const standing = await ports.evaluations.listStanding(station.id);
  const lifted = liftRectification(station, evaluation, today);
  const facts = { planDays: rules.rectificationPlanDays, today };
  const regraded = regradeStation(lifted.state, standing, facts);
  const both = { state: regraded.state, events: [...lifted.events, ...regraded.events] };
  return { evaluation, station: await saveStation(ports)(station, both, rules) };
}
