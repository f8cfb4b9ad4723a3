import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type Changed = EventData<'qianshou.personnel.worker-employer-changed.v1'>;

/** Places that a worker has keep the agency that had sent them. */
export const onEmployerChanged =
  ({ workers }: Pick<Ports, 'workers'>) =>
  async ({ workerId, employerAgencyId }: Changed): Promise<void> => {
    await workers.put({ ...(await workers.get(workerId)), employerAgencyId });
  };
