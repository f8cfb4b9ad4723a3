import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type StationPlanned = EventData<'qianshou.station.planned.v1'>;
type CentrePlanned = EventData<
  'qianshou.station.centre-planned.v1' | 'qianshou.station.centre-operator-changed.v1'
>;

/** TRA-2: who operates where. */
export const onStationPlanned =
  ({ operatedSites }: Pick<Ports, 'operatedSites'>) =>
  (...planned: readonly StationPlanned[]): Promise<void> =>
    operatedSites.put(
      ...planned.map(({ stationId: id, countyCode, operatorAgencyId }) => ({
        id,
        countyCode,
        operatorAgencyId,
        closedOn: null,
      })),
    );

export const onCentrePlanned =
  ({ operatedSites }: Pick<Ports, 'operatedSites'>) =>
  ({ centreId, countyCode, operatorAgencyId }: CentrePlanned): Promise<void> =>
    operatedSites.put({ id: centreId, countyCode, operatorAgencyId, closedOn: null });

/** TRA-8: what is closed is supervised no more. */
export const onStationClosed =
  ({ operatedSites }: Pick<Ports, 'operatedSites'>) =>
  ({ stationId, closedOn }: EventData<'qianshou.station.closed.v1'>): Promise<void> =>
    operatedSites.change(stationId, { closedOn });
