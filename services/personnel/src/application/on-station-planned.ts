import type { EventData } from '@qianshou/events';
import type { Ports } from './ports.ts';

type Planned = EventData<'qianshou.station.planned.v1'>;

/** Keeps the copy that recruiting for a station reads. */
export const onStationPlanned =
  ({ stations }: Pick<Ports, 'stations'>) =>
  ({ stationId, ...facts }: Planned): Promise<void> =>
    stations.put({ id: stationId, ...facts });
