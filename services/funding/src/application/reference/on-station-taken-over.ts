import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type TakenOver = EventData<'qianshou.station.taken-over.v1'>;

/** FUN-4: a station's first fact, which brings its passed check along; no award can wait for it yet. */
export const onStationTakenOver =
  ({ stations }: Pick<Ports, 'stations'>) =>
  (...taken: readonly TakenOver[]): Promise<void> =>
    stations.put(
      ...taken.map(({ stationId: id, countyCode, operatorAgencyId, checkId: acceptanceCheckId }) => ({
        id,
        countyCode,
        operatorAgencyId,
        acceptanceCheckId,
        demonstrationSince: null,
        closedOn: null,
      })),
    );
