import { type Actor, chinaDay, expectVersion } from '@qianshou/kernel';
import type { StationId } from '../domain/ids.ts';
import { mayCheck } from '../domain/policy.ts';
import type { StationInAcceptance } from '../domain/station.ts';
import { checkStation as check, type CheckInput } from '../domain/station-acceptance.ts';
import type { Ports } from './ports.ts';

type Deps = Pick<Ports, 'stations' | 'clock' | 'newId'>;

export interface CheckStationInput {
  readonly stationId: StationId;
  readonly expectedVersion: number | null;
  readonly check: Omit<CheckInput, 'id'>;
}

export const checkStation =
  ({ stations, clock, newId }: Deps) =>
  async (input: CheckStationInput, actor: Actor): Promise<StationInAcceptance> => {
    const station = await stations.get(input.stationId);
    mayCheck(actor, station);
    expectVersion(station, input.expectedVersion);
    return stations.save(check(station, { ...input.check, id: newId('chk') }, chinaDay(clock.now())));
  };
