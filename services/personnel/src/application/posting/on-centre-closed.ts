import type { EventData } from '@qianshou/events';
import { endPostsOf } from './end-posts-of.ts';
import type { Ports } from '../ports.ts';

type Closed = EventData<'qianshou.station.centre-closed.v1'>;

/** Nobody is recruited for a centre that is closed, and who was posted there is so no more. */
export const onCentreClosed =
  (ports: Pick<Ports, 'centres' | 'clock' | 'postings'>) =>
  async ({ centreId, closedOn }: Closed): Promise<void> => {
    await ports.centres.change(centreId, { closed: true });
    await endPostsOf(ports)({ stationId: null, centreId }, closedOn);
  };
