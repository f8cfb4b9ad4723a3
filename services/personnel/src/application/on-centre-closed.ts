import type { EventData } from '@qianshou/events';
import type { Ports } from './ports.ts';

type Closed = EventData<'qianshou.station.centre-closed.v1'>;

/** Nobody is recruited for a centre that is closed; who is on duty there stays until the posting is ended. */
export const onCentreClosed =
  ({ centres }: Pick<Ports, 'centres'>) =>
  ({ centreId }: Closed): Promise<void> =>
    centres.change(centreId, { closed: true });
