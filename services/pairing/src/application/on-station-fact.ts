import type { EventData } from '@qianshou/events';
import type { RegionCode } from '@qianshou/kernel';
import { fileDocument, newStation, type StationFacts } from '../domain/county-facts.ts';
import type { StationId } from '../domain/ids.ts';
import { type ExitPorts, followExitOfCounty } from './follow-exit.ts';
import type { Ports } from './ports.ts';

interface OfStation {
  readonly stationId: StationId;
  readonly countyCode: RegionCode;
}

type Deps = Pick<Ports, 'unitOfWork'> & ExitPorts;

/** Keeps the copy of a station up with one fact; the first fact heard makes the copy. */
export async function keepStation(
  ports: Deps,
  { stationId, countyCode }: OfStation,
  keep: (station: StationFacts) => StationFacts,
): Promise<void> {
  await ports.unitOfWork.run(async () => {
    const station = (await ports.stations.find(stationId)) ?? newStation(stationId, countyCode);
    await ports.stations.put(keep(station));
    await followExitOfCounty(ports, countyCode);
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

export const onCoverageChanged =
  (ports: Deps) =>
  ({ countyCode, unitsInScope, unitsCovered }: EventData<'qianshou.station.coverage-changed.v1'>) =>
    ports.unitOfWork.run(async () => {
      await ports.coverages.put({ id: countyCode, unitsInScope, unitsCovered });
      await followExitOfCounty(ports, countyCode);
    });
