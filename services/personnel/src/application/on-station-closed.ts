import type { EventData } from '@qianshou/events';
import type { Ports } from './ports.ts';

type Closed = EventData<'qianshou.station.closed.v1'>;

/** Nobody is recruited for a station that is closed; who is on duty there stays until the posting is ended. */
export const onStationClosed =
  ({ stations }: Pick<Ports, 'stations'>) =>
  (...closed: readonly Closed[]): Promise<void> =>
    stations.put(
      ...closed.map(({ stationId: id, townshipCode, countyCode, tier, operatorAgencyId }) => ({
        id,
        townshipCode,
        countyCode,
        tier,
        operatorAgencyId,
        closed: true,
      })),
    );
