import type { EventData } from '@qianshou/events';
import type { Ports } from './ports.ts';

type Standing = Pick<
  EventData<
    'qianshou.station.planned.v1' | 'qianshou.station.opened.v1' | 'qianshou.station.tier-changed.v1'
  >,
  'stationId' | 'countyCode' | 'operatorAgencyId'
>;

/** Planned, opened, chosen: each of these facts says who runs the station, which is what FUN-5 reads. */
export const onStationStanding =
  ({ stations }: Pick<Ports, 'stations'>) =>
  ({ stationId, countyCode, operatorAgencyId }: Standing): Promise<void> =>
    stations.put({ id: stationId, countyCode, operatorAgencyId });
