import { type Actor, chinaDay, expectVersion } from '@qianshou/kernel';
import type { StationId } from '../domain/ids.ts';
import { mayLeadConstruction } from '../domain/policy.ts';
import type { OperatingStation } from '../domain/station.ts';
import { openStation as open } from '../domain/station-acceptance.ts';
import type { Ports } from './ports.ts';

type Deps = Pick<Ports, 'stations' | 'clock'>;

export interface OpenStationInput {
  readonly stationId: StationId;
  readonly expectedVersion: number | null;
}

export const openStation =
  ({ stations, clock }: Deps) =>
  async (input: OpenStationInput, actor: Actor): Promise<OperatingStation> => {
    const station = await stations.get(input.stationId);
    mayLeadConstruction(actor, station.countyCode);
    expectVersion(station, input.expectedVersion);
    return stations.save(open(station, chinaDay(clock.now())));
  };
