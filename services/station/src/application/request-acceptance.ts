import { type Actor, expectVersion } from '@qianshou/kernel';
import type { StationId } from '../domain/ids.ts';
import { mayPrepare } from '../domain/policy.ts';
import type { StationInAcceptance } from '../domain/station.ts';
import { requestAcceptance as request } from '../domain/station-acceptance.ts';
import type { Ports } from './ports.ts';

export interface RequestAcceptanceInput {
  readonly stationId: StationId;
  readonly expectedVersion: number | null;
}

export const requestAcceptance =
  ({ stations }: Pick<Ports, 'stations'>) =>
  async (input: RequestAcceptanceInput, actor: Actor): Promise<StationInAcceptance> => {
    const station = await stations.get(input.stationId);
    mayPrepare(actor, station);
    expectVersion(station, input.expectedVersion);
    return stations.save(request(station));
  };
