import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type Designated = EventData<'qianshou.station.region-designated.v1'>;

/** PER-13: a separate pass line is drawn in key counties. */
export const onRegionDesignated =
  ({ designatedCounties }: Pick<Ports, 'designatedCounties'>) =>
  ({ countyCode }: Designated): Promise<void> =>
    designatedCounties.add(countyCode);
