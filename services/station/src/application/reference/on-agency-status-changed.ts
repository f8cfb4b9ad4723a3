import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type StatusChanged = EventData<'qianshou.pairing.agency-status-changed.v1'>;

/** A suspended or struck-off agency is given no further station; those that it runs keep running until the bureau acts. */
export const onAgencyStatusChanged =
  ({ agencies }: Pick<Ports, 'agencies'>) =>
  ({ agencyId, status }: StatusChanged): Promise<void> =>
    agencies.change(agencyId, { status });
