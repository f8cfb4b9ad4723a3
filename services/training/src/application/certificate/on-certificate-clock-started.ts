import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type ClockStarted = EventData<'qianshou.personnel.certificate-clock-started.v1'>;

/** TRA-5: the two years run only for those who may sit the examination. */
export const onCertificateClockStarted =
  ({ workers }: Pick<Ports, 'workers'>) =>
  ({ workerId }: ClockStarted): Promise<void> =>
    workers.change(workerId, { examEligible: true });
