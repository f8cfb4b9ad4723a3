import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type Planned = EventData<'qianshou.station.centre-planned.v1'>;

/** Keeps the copy that recruiting for a guidance centre reads. */
export const onCentrePlanned =
  ({ centres }: Pick<Ports, 'centres'>) =>
  ({ centreId, countyCode, operatorAgencyId }: Planned): Promise<void> =>
    centres.put({ id: centreId, countyCode, operatorAgencyId, closed: false });
