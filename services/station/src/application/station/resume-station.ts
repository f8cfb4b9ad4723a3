import type { Actor } from '@qianshou/kernel';
import { mayLeadConstruction } from '../../domain/policy.ts';
import type { OperatingStation, RectifyingStation } from '../../domain/station/station.ts';
import { resumeStation as resume } from '../../domain/station/station-life-cycle.ts';
import { checklistOf } from '../../domain/county/station-rules.ts';
import { operatorOf } from './operator-of.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from './decide-on-station.ts';
import type { Ports } from '../ports.ts';

type Deps = DecisionPorts & Pick<Ports, 'agencies'>;

export const resumeStation =
  (ports: Deps) =>
  (input: StationTarget, actor: Actor): Promise<OperatingStation | RectifyingStation> =>
    decideOnStation(ports)(input, actor, {
      may: (who, { countyCode }) => mayLeadConstruction(who, countyCode),
      decide: async (station, { today, rules }) => {
        const operator = await operatorOf(ports, station);
        return resume(station, { operator, checklist: checklistOf(rules) }, today);
      },
    });
