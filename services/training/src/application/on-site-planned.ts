import type { EventData } from '@qianshou/events';
import type { Ports } from './ports.ts';

type StationPlanned = EventData<'qianshou.station.planned.v1'>;
type CentrePlanned = EventData<'qianshou.station.centre-planned.v1'>;

/** TRA-2: who operates where. */
export const onStationPlanned =
  ({ operatedSites }: Pick<Ports, 'operatedSites'>) =>
  ({ stationId, countyCode, operatorAgencyId }: StationPlanned): Promise<void> =>
    operatedSites.put(stationId, countyCode, operatorAgencyId);

export const onCentrePlanned =
  ({ operatedSites }: Pick<Ports, 'operatedSites'>) =>
  ({ centreId, countyCode, operatorAgencyId }: CentrePlanned): Promise<void> =>
    operatedSites.put(centreId, countyCode, operatorAgencyId);
