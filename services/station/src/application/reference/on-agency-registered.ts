import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type Registered = EventData<'qianshou.pairing.agency-registered.v1'>;

/** Keeps the copy that planning a station reads. */
export const onAgencyRegistered =
  ({ agencies }: Pick<Ports, 'agencies'>) =>
  (...registered: readonly Registered[]): Promise<void> =>
    agencies.put(
      ...registered.map(
        ({ agencyId, name, homeRegionCode, canOperate, status, unifiedSocialCreditCode }) => ({
          id: agencyId,
          name,
          creditCode: unifiedSocialCreditCode ?? null,
          homeRegionCode,
          canOperate,
          status,
        }),
      ),
    );
