import type { RegionCode } from '@qianshou/kernel';
import { fileDocument, newStation, type StationFacts } from '../domain/county-facts.ts';
import type { StationId } from '../domain/ids.ts';
import type { Ports } from './ports.ts';

interface OfStation {
  readonly stationId: StationId;
  readonly countyCode: RegionCode;
}

type Deps = Pick<Ports, 'stations' | 'unitOfWork'>;

/** Keeps the copy of a station up with one fact; the first fact heard makes the copy. */
export async function keepStation(
  { stations, unitOfWork }: Deps,
  { stationId, countyCode }: OfStation,
  keep: (station: StationFacts) => StationFacts,
): Promise<void> {
  await unitOfWork.run(async () => {
    const station = (await stations.find(stationId)) ?? newStation(stationId, countyCode);
    await stations.put(keep(station));
  });
}

/** Planned, opened, suspended, resumed, closed: what matters here is whether the station operates. */
export const onStationStanding =
  (ports: Deps) =>
  (of: OfStation, standing: { readonly operating: boolean; readonly closed: boolean }): Promise<void> =>
    keepStation(ports, of, (station) => ({ ...station, ...standing }));

export const onDocumentFiled =
  (ports: Deps) =>
  (of: OfStation & { readonly subject: string }): Promise<void> =>
    keepStation(ports, of, (station) => fileDocument(station, of.subject));
