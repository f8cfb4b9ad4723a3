import type { EventData } from '@qianshou/events';
import { endPostsOf } from './end-posts-of.ts';
import type { Ports } from '../ports.ts';

type Closed = EventData<'qianshou.station.closed.v1'>;

/** Nobody is recruited for a station that is closed, and who was posted there is so no more. */
export const onStationClosed =
  (ports: Pick<Ports, 'clock' | 'postings' | 'stations'>) =>
  async ({ stationId, closedOn }: Closed): Promise<void> => {
    await ports.stations.change(stationId, { closed: true });
    await endPostsOf(ports)({ stationId, centreId: null }, closedOn);
  };
