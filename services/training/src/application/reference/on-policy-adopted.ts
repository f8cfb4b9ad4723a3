import type { EventData } from '@qianshou/events';
import { CORRECTION_DAYS, DEFAULT_SUPERVISIONS_PER_QUARTER } from '@qianshou/kernel';
import type { Ports } from '../ports.ts';

type Told = EventData<'qianshou.station.policy-adopted.v1' | 'qianshou.station.policy-revised.v1'>;

/** TRA-8: how often the county wants its stations supervised, and how long its records may be put right; each policy with its days, as it stands now. */
export const onPolicyAdopted =
  ({ policies }: Pick<Ports, 'policies'>) =>
  (policy: Told): Promise<void> => {
    const { policyId: id, countyCode, validFrom, validTo } = policy;
    const { supersededOn = null, withdrawnOn = null } = policy;
    const { supervisionsPerQuarter = DEFAULT_SUPERVISIONS_PER_QUARTER, correctionDays = CORRECTION_DAYS } =
      policy;
    const days = { validFrom, validTo, supersededOn, withdrawnOn };
    return policies.put({ id, countyCode, ...days, supervisionsPerQuarter, correctionDays });
  };
