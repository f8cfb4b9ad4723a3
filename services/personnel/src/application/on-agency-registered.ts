import type { EventData } from '@qianshou/events';
import type { Ports } from './ports.ts';

type Registered = EventData<'qianshou.pairing.agency-registered.v1'>;

/** Keeps the copy that registering a worker reads. */
export const onAgencyRegistered =
  ({ agencies }: Pick<Ports, 'agencies'>) =>
  ({ agencyId, status }: Registered): Promise<void> =>
    agencies.put({ id: agencyId, status });
