import type { EventData } from '@qianshou/events';
import { isWithin } from '@qianshou/kernel';
import type { Ports } from '../ports.ts';

type Changed = EventData<'qianshou.personnel.qualification-revoked.v1'>;
type Obtained = EventData<'qianshou.personnel.qualification-obtained.v1'>;

/** TRA-7: a certified local goes first on a waiting list. */
export const onQualificationObtained =
  ({ workers }: Pick<Ports, 'workers'>) =>
  async ({ workerId, localResident = false, validWithin = null }: Obtained): Promise<void> => {
    const worker = await workers.get(workerId);
    // PER-13: one of a separate line counts only in its area.
    const valid = validWithin === null || isWithin(worker.countyCode, validWithin);
    await workers.put({ ...worker, localResident, certified: worker.certified || valid });
  };

/** Verified, rejected, revoked, put right or struck out: the event says whether another one counts. */
export const onQualificationChanged =
  ({ workers }: Pick<Ports, 'workers'>) =>
  ({ workerId, certified }: Changed): Promise<void> =>
    workers.change(workerId, { certified });
