import { type Actor, mayPutRight } from '@qianshou/kernel';
import { canPrepare } from '../../domain/policy.ts';
import { activityToPutRight } from '../../domain/station/activity.ts';
import type { Station } from '../../domain/station/station.ts';
import { strikeActivity as strike, type Strike } from '../../domain/station/station-preparation.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from './decide-on-station.ts';
import type { Ports } from '../ports.ts';

export type StrikeActivityInput = StationTarget & Strike;

export const strikeActivity =
  (ports: DecisionPorts & Pick<Ports, 'activities'>) =>
  (input: StrikeActivityInput, actor: Actor): Promise<Station> =>
    decideOnStation(ports)(input, actor, {
      may: () => undefined,
      decide: async (station, facts) => {
        const activity = await ports.activities.find(input.activityId);
        const mayRecord = canPrepare(actor, station);
        // One of another station is refused below, as one that is not there.
        if (activity?.stationId === station.id)
          mayPutRight(actor, activityToPutRight(activity, station, { ...facts, mayRecord }));
        const { struck, ...change } = strike(station, input, { activity, today: facts.today });
        await ports.activities.put(struck);
        return change;
      },
    });
