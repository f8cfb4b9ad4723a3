import type { Actor } from '@qianshou/kernel';
import { mayPrepare } from '../domain/policy.ts';
import type { Activity, Station } from '../domain/station.ts';
import { logActivity as log } from '../domain/station-preparation.ts';
import type { Ports } from './ports.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from './decide-on-station.ts';

export interface LogActivityInput extends StationTarget {
  readonly activity: Omit<Activity, 'id' | 'struck'>;
}

export const logActivity =
  (ports: DecisionPorts & Pick<Ports, 'newId'>) =>
  (input: LogActivityInput, actor: Actor): Promise<Station> =>
    decideOnStation(ports)(input, actor, {
      may: mayPrepare,
      decide: (station, { today }) => log(station, { ...input.activity, id: ports.newId('sac') }, today),
    });
