import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type Registered = EventData<'qianshou.personnel.worker-registered.v1'>;

/** Keeps the copy that service records read: whose people somebody is, and no profile. */
export const onWorkerRegistered =
  ({ workers }: Pick<Ports, 'workers'>) =>
  (...registered: readonly Registered[]): Promise<void> =>
    workers.put(
      ...registered.map(({ workerId: id, countyCode, employerAgencyId }) => ({
        id,
        countyCode,
        employerAgencyId,
      })),
    );
