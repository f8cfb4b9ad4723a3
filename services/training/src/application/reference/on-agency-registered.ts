import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type Registered = EventData<'qianshou.pairing.agency-registered.v1'>;

/** Keeps the copy that TRA-1 and TRA-2 read. */
export const onAgencyRegistered =
  ({ agencies }: Pick<Ports, 'agencies'>) =>
  (...registered: readonly Registered[]): Promise<void> =>
    agencies.put(
      ...registered.map(({ agencyId: id, name, status, canOperate, canReceive }) => ({
        id,
        name,
        status,
        canOperate,
        canReceive,
      })),
    );
