import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type Activated = EventData<'qianshou.pairing.activated.v1'>;
type Designated = EventData<'qianshou.station.region-designated.v1'>;

/** TRA-1: a county that is designated is on the recipients' side. */
export const onCountyReceivesHelp =
  ({ recipientCounties }: Pick<Ports, 'recipientCounties'>) =>
  ({ countyCode }: Pick<Designated, 'countyCode'>): Promise<void> =>
    recipientCounties.add(countyCode);

/** TRA-1, TRA-8: so is one whose pairing begins, and the agency that helps it may supervise there. */
export const onPairingActivated =
  ({ helpers, recipientCounties }: Pick<Ports, 'helpers' | 'recipientCounties'>) =>
  async ({ countyCode, dispatchingAgencyId }: Activated): Promise<void> => {
    await recipientCounties.add(countyCode);
    await helpers.add(countyCode, dispatchingAgencyId);
  };
