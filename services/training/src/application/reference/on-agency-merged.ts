import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type Merged = EventData<'qianshou.pairing.agency-merged.v1'>;

/** Two entries were one agency: whatever names the dropped one here names the kept one from now on. */
export const onAgencyMerged =
  ({ agencies }: Pick<Ports, 'agencies'>) =>
  ({ agencyId, droppedAgencyId }: Merged): Promise<void> =>
    agencies.moveReferences(droppedAgencyId, agencyId);
