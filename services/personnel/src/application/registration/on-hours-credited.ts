import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type Credited = EventData<'qianshou.training.hours-credited.v1'>;

/** TRA-4: the sum of a year as it is now, so that what training takes back is taken back here. */
export const onHoursCredited =
  ({ creditedHours }: Pick<Ports, 'creditedHours'>) =>
  ({ workerId, year, hours, days = [] }: Credited): Promise<void> =>
    creditedHours.put(workerId, { year, hours, days });
