import { type Actor, chinaDay, expectVersion } from '@qianshou/kernel';
import type { StationId } from '../domain/ids.ts';
import { mayPrepare } from '../domain/policy.ts';
import type { Activity, Station } from '../domain/station.ts';
import { logActivity as log } from '../domain/station-preparation.ts';
import type { Ports } from './ports.ts';

type Deps = Pick<Ports, 'stations' | 'clock'>;

export interface LogActivityInput {
  readonly stationId: StationId;
  readonly expectedVersion: number | null;
  readonly activity: Activity;
}

export const logActivity =
  ({ stations, clock }: Deps) =>
  async (input: LogActivityInput, actor: Actor): Promise<Station> => {
    const station = await stations.get(input.stationId);
    mayPrepare(actor, station);
    expectVersion(station, input.expectedVersion);
    return stations.save(log(station, input.activity, chinaDay(clock.now())));
  };
