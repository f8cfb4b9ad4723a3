import type { Actor } from '@qianshou/kernel';
import { mayCheck } from '../../domain/policy.ts';
import type { Station } from '../../domain/station/station.ts';
import { checkStation as check, type CheckInput } from '../../domain/station/station-acceptance.ts';
import { checklistOf } from '../../domain/county/station-rules.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from './decide-on-station.ts';
import type { Ports } from '../ports.ts';

type Deps = DecisionPorts & Pick<Ports, 'newId'>;

export interface CheckStationInput extends StationTarget {
  readonly check: Omit<CheckInput, 'id'>;
}

export const checkStation =
  (ports: Deps) =>
  (input: CheckStationInput, actor: Actor): Promise<Station> =>
    decideOnStation(ports)(input, actor, {
      may: mayCheck,
      decide: (station, { today, rulesOn }) =>
        check(
          station,
          { ...input.check, id: ports.newId('chk') },
          today,
          checklistOf(rulesOn(input.check.checkedOn)),
        ),
    });
