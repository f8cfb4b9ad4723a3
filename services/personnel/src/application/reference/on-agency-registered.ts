import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type Registered = EventData<'qianshou.pairing.agency-registered.v1'>;

/** Keeps the copies that registering a worker reads. */
export const onAgencyRegistered =
  ({ agencies }: Pick<Ports, 'agencies'>) =>
  (...registered: readonly Registered[]): Promise<void> =>
    agencies.put(
      ...registered.map(({ agencyId: id, name, status, homeRegionCode }) => ({
        id,
        name,
        status,
        homeRegionCode,
      })),
    );
