import { type Actor, recordedBy } from '@qianshou/kernel';
import { mayPrepare, PREPARERS } from '../../domain/policy.ts';
import type { Activity } from '../../domain/station/activity.ts';
import type { Station } from '../../domain/station/station.ts';
import { logActivity as log } from '../../domain/station/station-preparation.ts';
import { placeOf } from '../../domain/station/workplace.ts';
import type { Ports } from '../ports.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from './decide-on-station.ts';

export interface LogActivityInput extends StationTarget {
  readonly activity: Omit<Activity, 'id' | 'stationId' | 'struck' | 'recorded'>;
}

export const logActivity =
  (ports: DecisionPorts & Pick<Ports, 'newId' | 'activities'>) =>
  ({ activity, ...target }: LogActivityInput, actor: Actor): Promise<Station> =>
    decideOnStation(ports)(target, actor, {
      may: mayPrepare,
      decide: async (station, { today }) => {
        const change = log(station, activity, today);
        const recorded = recordedBy(actor, today, { roles: PREPARERS, ...placeOf(station) });
        const logged = { ...activity, id: ports.newId('sac'), stationId: station.id, struck: null, recorded };
        await ports.activities.put(logged);
        return change;
      },
    });
