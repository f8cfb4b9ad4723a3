import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type Closed = EventData<'qianshou.station.closed.v1'>;

/** A closed station gets no contract any more. */
export const onStationClosed =
  ({ stations }: Pick<Ports, 'stations'>) =>
  ({ stationId, closedOn }: Closed): Promise<void> =>
    stations.change(stationId, { closedOn });
