import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type Planned = EventData<'qianshou.station.planned.v1'>;

/** Keeps the copies that recruiting for a station reads. */
export const onStationPlanned =
  ({ stations }: Pick<Ports, 'stations'>) =>
  (...planned: readonly Planned[]): Promise<void> =>
    stations.put(
      ...planned.map(
        ({ stationId: id, townshipCode, countyCode, tier, operatorAgencyId, operationMode }) => ({
          id,
          townshipCode,
          countyCode,
          tier,
          operatorAgencyId,
          operationMode: operationMode ?? null,
          closed: false,
        }),
      ),
    );
