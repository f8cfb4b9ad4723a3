import type { Actor } from '@qianshou/kernel';
import { mayLeadConstruction } from '../../domain/policy.ts';
import type { OperatingStation } from '../../domain/station/station.ts';
import { openStation as open } from '../../domain/station/station-acceptance.ts';
import { checklistOf } from '../../domain/county/station-rules.ts';
import { operatorOf } from './operator-of.ts';
import type { Ports } from '../ports.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from './decide-on-station.ts';

export const openStation =
  (ports: DecisionPorts & Pick<Ports, 'agencies'>) =>
  (input: StationTarget, actor: Actor): Promise<OperatingStation> =>
    decideOnStation(ports)(input, actor, {
      may: (who, { countyCode }) => mayLeadConstruction(who, countyCode),
      decide: async (station, { today, rules }) =>
        open(station, today, checklistOf(rules), await operatorOf(ports, station)),
    });
