import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type Changed = EventData<'qianshou.personnel.worker-employer-changed.v1'>;

type CountyChanged = EventData<'qianshou.personnel.worker-county-changed.v1'>;
type Corrected = EventData<'qianshou.personnel.worker-fact-corrected.v1'>;

/** Another county keeps the person: classes of that one are theirs now. */
export const onWorkerCountyChanged =
  ({ workers }: Pick<Ports, 'workers'>) =>
  async ({ workerId, countyCode, employerAgencyId }: CountyChanged): Promise<void> => {
    await workers.put({ ...(await workers.get(workerId)), countyCode, employerAgencyId });
  };

/** TRA-7: whether somebody is a local, once it was put right. */
export const onWorkerCorrected =
  ({ workers }: Pick<Ports, 'workers'>) =>
  async ({ workerId, localResident }: Corrected): Promise<void> => {
    if (localResident === undefined) return;
    await workers.put({ ...(await workers.get(workerId)), localResident });
  };

/** Places that a worker has keep the agency that had sent them. */
export const onEmployerChanged =
  ({ workers }: Pick<Ports, 'workers'>) =>
  ({ workerId, employerAgencyId }: Changed): Promise<void> =>
    workers.change(workerId, { employerAgencyId });
