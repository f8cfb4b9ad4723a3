import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type Relocated = EventData<'qianshou.station.relocated.v1'>;

/** The unit of the station has another code: who is posted or recruited there is so in that unit, and its office oversees them. */
export const onStationRelocated =
  ({ stations }: Pick<Ports, 'stations'>) =>
  async ({ stationId, townshipCode, before }: Relocated): Promise<void> => {
    await stations.change(stationId, { townshipCode });
    await stations.movePlace(stationId, before.townshipCode, townshipCode);
  };
