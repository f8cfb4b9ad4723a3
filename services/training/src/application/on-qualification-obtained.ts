import type { EventData } from '@qianshou/events';
import type { Ports } from './ports.ts';

type Obtained = EventData<'qianshou.personnel.qualification-obtained.v1'>;

/** TRA-7: a certified local goes first on a waiting list. */
export const onQualificationObtained =
  ({ workers }: Pick<Ports, 'workers'>) =>
  async ({ workerId }: Obtained): Promise<void> =>
    workers.put({ ...(await workers.get(workerId)), certified: true });
