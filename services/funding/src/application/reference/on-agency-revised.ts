import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type Revised = EventData<'qianshou.pairing.agency-revised.v1'>;

/** What an agency may do from now on; what it was given before stays as it is. */
export const onAgencyRevised =
  ({ agencies }: Pick<Ports, 'agencies'>) =>
  ({ agencyId, canOperate }: Revised): Promise<void> =>
    agencies.change(agencyId, { canOperate });
