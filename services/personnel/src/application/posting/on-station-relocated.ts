import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type Relocated = EventData<'qianshou.station.relocated.v1'>;

/** The unit of the station has another code: who is posted there is posted in that unit, and its office oversees them. */
export const onStationRelocated =
  ({ stations, postings }: Pick<Ports, 'stations' | 'postings'>) =>
  async ({ stationId, townshipCode }: Relocated): Promise<void> => {
    await stations.change(stationId, { townshipCode });
    for (const posting of await postings.listAt({ stationId, centreId: null }))
      await postings.save({ state: { ...posting, townshipCode }, events: [] });
  };
