import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type Told = EventData<'qianshou.pairing.activated.v1'> | EventData<'qianshou.station.region-designated.v1'>;

/** TRA-1: a county that is designated, or whose pairing begins, is on the recipients' side. */
export const onCountyReceivesHelp =
  ({ recipientCounties }: Pick<Ports, 'recipientCounties'>) =>
  ({ countyCode }: Pick<Told, 'countyCode'>): Promise<void> =>
    recipientCounties.add(countyCode);
