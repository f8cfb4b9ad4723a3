import { type Actor, type CalendarDate, yearOf } from '@qianshou/kernel';
import type { AgencyId } from '../../domain/ids.ts';
import { mayLeadConstruction } from '../../domain/policy.ts';
import { changeOperator, type OperatorChangeInput } from '../../domain/station/operator-change.ts';
import type { Station } from '../../domain/station/station.ts';
import { usualMode } from '../../domain/station/station-planning.ts';
import type { Ports } from '../ports.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from './decide-on-station.ts';
import { operatorOf } from './operator-of.ts';

export interface ChangeStationOperatorInput
  extends StationTarget, Pick<OperatorChangeInput, 'handOver' | 'reason' | 'stayingPostings'> {
  /** Null: the bureau staffs it itself from then on. */
  readonly operatorAgencyId: AgencyId | null;
  /** Null: purchased where there is an operator, else the bureau's own. */
  readonly operationMode: OperatorChangeInput['operationMode'] | null;
  /** Null: today. */
  readonly from: CalendarDate | null;
}

type Deps = DecisionPorts & Pick<Ports, 'agencies' | 'evaluations'>;

export const changeStationOperator =
  (ports: Deps) =>
  (input: ChangeStationOperatorInput, actor: Actor): Promise<Station> =>
    decideOnStation(ports)(input, actor, {
      may: (who, { countyCode }) => mayLeadConstruction(who, countyCode),
      decide: async (station, { today }) => {
        const operator = await operatorOf(ports, input);
        const from = input.from ?? today;
        const operationMode = input.operationMode ?? usualMode(operator !== null);
        const barred =
          operator !== null &&
          (await ports.evaluations.isBarred(operator.id, station.countyCode, yearOf(from)));
        return changeOperator(station, { ...input, from, operationMode }, { operator, barred, today });
      },
    });
