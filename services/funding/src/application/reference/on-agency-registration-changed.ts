import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type Changed = EventData<'qianshou.pairing.agency-registration-changed.v1'>;

/** What it is called and where it is at home now; who it is stays. */
export const onAgencyRegistrationChanged =
  ({ agencies }: Pick<Ports, 'agencies'>) =>
  ({ agencyId, name }: Changed): Promise<void> =>
    agencies.change(agencyId, { name });
