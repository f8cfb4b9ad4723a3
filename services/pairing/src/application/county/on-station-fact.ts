import type { EventData } from '@qianshou/events';
import type { RegionCode } from '@qianshou/kernel';
import { fileDocument, newStation, type StationFacts } from '../../domain/county/county-facts.ts';
import type { StationId } from '../../domain/ids.ts';
import { type ExitPorts, followExitOfCounties } from '../exit/follow-exit.ts';
import type { Ports } from '../ports.ts';

interface OfStation {
  readonly stationId: StationId;
  readonly countyCode: RegionCode;
}

type Deps = Pick<Ports, 'unitOfWork'> & ExitPorts;

/** Keeps the copies of stations up with what was told of each; the first fact heard makes the copy. */
export async function keepStations(
  ports: Deps,
  told: readonly OfStation[],
  keep: (station: StationFacts) => StationFacts,
): Promise<void> {
  await ports.unitOfWork.run(async () => {
    const known = await ports.stations.findMany(told.map(({ stationId }) => stationId));
    await ports.stations.put(
      ...told.map(({ stationId, countyCode }, at) => keep(known[at] ?? newStation(stationId, countyCode))),
    );
    await followExitOfCounties(ports, ...told.map(({ countyCode }) => countyCode));
  });
}

/** Planned, opened, suspended, resumed, closed: what matters here is whether the station operates. */
export const onStationStanding =
  (ports: Deps) =>
  (
    standing: { readonly operating: boolean; readonly closed: boolean },
    ...told: readonly OfStation[]
  ): Promise<void> =>
    keepStations(ports, told, (station) => ({ ...station, ...standing }));

export const onDocumentFiled =
  (ports: Deps) =>
  (of: OfStation & { readonly subject: string }): Promise<void> =>
    keepStations(ports, [of], (station) => fileDocument(station, of.subject));

type CoverageChanged = EventData<'qianshou.station.coverage-changed.v1'>;

export const onCoverageChanged =
  (ports: Deps) =>
  (...changed: readonly CoverageChanged[]): Promise<void> =>
    ports.unitOfWork.run(async () => {
      await ports.coverages.put(
        ...changed.map(({ countyCode: id, unitsInScope, unitsCovered }) => ({
          id,
          unitsInScope,
          unitsCovered,
        })),
      );
      await followExitOfCounties(ports, ...changed.map(({ countyCode }) => countyCode));
    });
