import type { EventData } from '@qianshou/events';
import type { Ports } from './ports.ts';

type Adopted = EventData<'qianshou.station.policy-adopted.v1'>;

/** FUN-1: keeps the percentages that budgets are measured by, each with its validity and its source. */
export const onPolicyAdopted =
  ({ policies }: Pick<Ports, 'policies'>) =>
  ({ policyId, countyCode, validFrom, validTo, source, capPercent }: Adopted): Promise<void> =>
    policies.put({ id: policyId, countyCode, validFrom, validTo, source, capPercent });
