import type { Actor } from '@qianshou/kernel';
import { mayPrepare } from '../../domain/policy.ts';
import type { Station } from '../../domain/station/station.ts';
import { strikeActivity as strike, type Strike } from '../../domain/station/station-preparation.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from './decide-on-station.ts';
import type { Ports } from '../ports.ts';

export type StrikeActivityInput = StationTarget & Strike;

export const strikeActivity =
  (ports: DecisionPorts & Pick<Ports, 'activities'>) =>
  (input: StrikeActivityInput, actor: Actor): Promise<Station> =>
    decideOnStation(ports)(input, actor, {
      may: mayPrepare,
      decide: async (station, { today }) => {
        const activity = await ports.activities.find(input.activityId);
        const { struck, ...change } = strike(station, input, { activity, today });
        await ports.activities.put(struck);
        return change;
      },
    });
