import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type Changed = EventData<'qianshou.pairing.agency-status-changed.v1'>;

export const onAgencyStatusChanged =
  ({ agencies }: Pick<Ports, 'agencies'>) =>
  ({ agencyId, status }: Changed): Promise<void> =>
    agencies.change(agencyId, { status });
