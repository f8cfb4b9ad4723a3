import type { EventData } from '@qianshou/events';
import type { Ports } from './ports.ts';

type Closed = EventData<'qianshou.station.closed.v1'>;

/** Nobody is recruited for a station that is closed; who is on duty there stays until the posting is ended. */
export const onStationClosed =
  ({ stations }: Pick<Ports, 'stations'>) =>
  ({ stationId }: Closed): Promise<void> =>
    stations.change(stationId, { closed: true });
