import type { EventData } from '@qianshou/events';
import { CORRECTION_DAYS } from '@qianshou/kernel';
import type { Ports } from '../ports.ts';

type Told = EventData<'qianshou.station.policy-adopted.v1' | 'qianshou.station.policy-revised.v1'>;

/** For how many days a county lets its records be put right; each policy with its days, as it stands now. */
export const onPolicyAdopted =
  ({ policies }: Pick<Ports, 'policies'>) =>
  (policy: Told): Promise<void> => {
    const { policyId: id, countyCode, validFrom, validTo } = policy;
    const { supersededOn = null, withdrawnOn = null, correctionDays = CORRECTION_DAYS } = policy;
    return policies.put({ id, countyCode, validFrom, validTo, supersededOn, withdrawnOn, correctionDays });
  };
