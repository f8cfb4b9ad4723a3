import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type Registered = EventData<'qianshou.personnel.worker-registered.v1'>;

export const onWorkerRegistered =
  ({ workers }: Pick<Ports, 'workers'>) =>
  ({ workerId: id, countyCode, employerAgencyId }: Registered): Promise<void> =>
    workers.put({
      id,
      countyCode,
      employerAgencyId,
      localResident: false,
      certified: false,
      examEligible: false,
    });
