import { type Actor, expectVersion } from '@qianshou/kernel';
import type { StationId } from '../domain/ids.ts';
import { mayPrepare } from '../domain/policy.ts';
import type { Site, Station } from '../domain/station.ts';
import { recordSite as record } from '../domain/station-preparation.ts';
import type { Ports } from './ports.ts';

type Deps = Pick<Ports, 'stations'>;

export interface RecordSiteInput {
  readonly stationId: StationId;
  readonly expectedVersion: number | null;
  readonly site: Site;
}

export const recordSite =
  ({ stations }: Deps) =>
  async (input: RecordSiteInput, actor: Actor): Promise<Station> => {
    const station = await stations.get(input.stationId);
    mayPrepare(actor, station);
    expectVersion(station, input.expectedVersion);
    return stations.save(record(station, input.site));
  };
