import { type Actor, chinaDay, expectVersion } from '@qianshou/kernel';
import { chooseDemonstration } from '../domain/demonstration.ts';
import type { StationId } from '../domain/ids.ts';
import { mayLeadConstruction } from '../domain/policy.ts';
import type { OperatingStation } from '../domain/station.ts';
import type { Ports } from './ports.ts';

type Deps = Pick<Ports, 'stations' | 'countyPolicies' | 'unitOfWork' | 'clock'>;

export interface ChooseDemonstrationStationInput {
  readonly stationId: StationId;
  readonly expectedVersion: number | null;
}

/** Holds the county: two choices at once must not both see the last free place. */
export const chooseDemonstrationStation =
  ({ stations, countyPolicies, unitOfWork, clock }: Deps) =>
  (input: ChooseDemonstrationStationInput, actor: Actor): Promise<OperatingStation> =>
    unitOfWork.run(async () => {
      const station = await stations.get(input.stationId);
      mayLeadConstruction(actor, station.countyCode);
      expectVersion(station, input.expectedVersion);
      await unitOfWork.hold(`demonstration-stations:${station.countyCode}`);
      const policy = await countyPolicies.findLatest(station.countyCode);
      const chosen = await stations.countDemonstrations(station.countyCode);
      const facts = { planned: policy?.demonstrationStations ?? null, chosen };
      return stations.save(chooseDemonstration(station, facts, chinaDay(clock.now())));
    });
