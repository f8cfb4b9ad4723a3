import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type Changed = EventData<'qianshou.personnel.worker-employer-changed.v1'>;

/** Places that a worker has keep the agency that had sent them. */
export const onEmployerChanged =
  ({ workers }: Pick<Ports, 'workers'>) =>
  ({ workerId, employerAgencyId }: Changed): Promise<void> =>
    workers.change(workerId, { employerAgencyId });
