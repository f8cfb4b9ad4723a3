import type { EventData } from '@qianshou/events';
import type { Ports } from './ports.ts';

type Registered = EventData<'qianshou.pairing.agency-registered.v1'>;

/** Keeps the copy that signing a contract reads. */
export const onAgencyRegistered =
  ({ agencies }: Pick<Ports, 'agencies'>) =>
  ({ agencyId, canOperate, status }: Registered): Promise<void> =>
    agencies.put({ id: agencyId, canOperate, status });
