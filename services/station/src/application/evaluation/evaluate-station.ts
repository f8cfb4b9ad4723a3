import { type Actor, type CalendarDate, chinaDay, expectVersion } from '@qianshou/kernel';
import { mayCheck } from '../../domain/policy.ts';
import { type EvaluationInput, recordEvaluation } from '../../domain/evaluation/station-evaluation.ts';
import { gradeStation } from '../../domain/evaluation/station-grade.ts';
import type { DecisionPorts, StationTarget } from '../station/decide-on-station.ts';
import type { Ports } from '../ports.ts';
import type { Evaluated } from './reevaluate.ts';
import { rulesOfCounty } from '../county/rules-of-county.ts';
import { saveStation } from '../station/save-station.ts';
import { inCountyOf } from '../station/station-county.ts';

type Deps = DecisionPorts & Pick<Ports, 'evaluations' | 'newId'>;

export interface EvaluateStationInput extends StationTarget {
  readonly evaluation: Omit<EvaluationInput, 'id' | 'evaluatedOn'> & {
    /** Null: today. */
    readonly evaluatedOn: CalendarDate | null;
  };
}

/** STA-13: the evaluation and what follows from it for the station, together or not at all. */
export const evaluateStation =
  (ports: Deps) =>
  (input: EvaluateStationInput, actor: Actor): Promise<Evaluated> =>
    inCountyOf(ports)(
      input.stationId,
      async (station) => {
        expectVersion(station, input.expectedVersion);
        const rulesOn = await rulesOfCounty(ports)(station.countyCode);
        const today = chinaDay(ports.clock.now());
        const rules = rulesOn(today);
        const evaluatedOn = input.evaluation.evaluatedOn ?? today;
        const recorded = { ...input.evaluation, evaluatedOn, id: ports.newId('sev') };
        const evaluation = await ports.evaluations.save(
          recordEvaluation(recorded, station, { grades: rulesOn(evaluatedOn).grades, today }),
        );
        const graded = gradeStation(station, evaluation, { planDays: rules.rectificationPlanDays, today });
        return { evaluation, station: await saveStation(ports)(station, graded, rules) };
      },
      (station) => mayCheck(actor, station),
    );
