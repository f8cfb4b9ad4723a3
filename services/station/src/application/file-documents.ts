import { type Actor, chinaDay, expectVersion } from '@qianshou/kernel';
import type { StationId } from '../domain/ids.ts';
import { mayPrepare } from '../domain/policy.ts';
import type { StationDocument, Station } from '../domain/station.ts';
import { fileDocuments as file } from '../domain/station-preparation.ts';
import type { Ports } from './ports.ts';

type Deps = Pick<Ports, 'stations' | 'clock'>;

export interface FileDocumentsInput {
  readonly stationId: StationId;
  readonly expectedVersion: number | null;
  readonly documents: readonly StationDocument[];
}

export const fileDocuments =
  ({ stations, clock }: Deps) =>
  async (input: FileDocumentsInput, actor: Actor): Promise<Station> => {
    const station = await stations.get(input.stationId);
    mayPrepare(actor, station);
    expectVersion(station, input.expectedVersion);
    return stations.save(file(station, input.documents, chinaDay(clock.now())));
  };
