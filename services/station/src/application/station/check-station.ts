import { type Actor, type CalendarDate, type Recorded, recordedBy } from '@qianshou/kernel';
import { mayCheck } from '../../domain/policy.ts';
import type { Station } from '../../domain/station/station.ts';
import { checkStation as check, type CheckInput } from '../../domain/station/station-acceptance.ts';
import { checklistOf } from '../../domain/county/station-rules.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from './decide-on-station.ts';
import type { Ports } from '../ports.ts';

type Deps = DecisionPorts & Pick<Ports, 'newId'>;

const CHECKERS = ['COUNTY_CIVIL_AFFAIRS', 'GUIDANCE_CENTRE', 'EVALUATOR'] as const;

export interface CheckStationInput extends StationTarget {
  readonly check: Omit<CheckInput, 'id' | 'recorded'>;
}

export const checkStation =
  (ports: Deps) =>
  (input: CheckStationInput, actor: Actor): Promise<Station> =>
    decideOnStation(ports)(input, actor, {
      may: mayCheck,
      decide: (station, { today, rulesOn }) =>
        check(
          station,
          { ...input.check, id: ports.newId('chk'), recorded: recordedHere(actor, station, today) },
          today,
          checklistOf(rulesOn(input.check.checkedOn)),
        ),
    });

function recordedHere(actor: Actor, { countyCode }: Station, today: CalendarDate): Recorded | null {
  return recordedBy(actor, today, { roles: CHECKERS, regions: [countyCode], agencies: [] });
}
