import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type StatusChanged = EventData<'qianshou.pairing.agency-status-changed.v1'>;

/** Keeps the copy that signing a contract reads. */
export const onAgencyStatusChanged =
  ({ agencies }: Pick<Ports, 'agencies'>) =>
  ({ agencyId, status }: StatusChanged): Promise<void> =>
    agencies.change(agencyId, { status });
