import type { EventData } from '@qianshou/events';
import type { Ports } from './ports.ts';

type Adopted = EventData<'qianshou.station.policy-adopted.v1'>;

/** PER-3, PER-9: the county's own numbers, each with its days. */
export const onPolicyAdopted =
  ({ policies }: Pick<Ports, 'policies'>) =>
  ({
    policyId,
    countyCode,
    validFrom,
    validTo,
    residentsPerStation,
    certificateYears,
  }: Adopted): Promise<void> =>
    policies.put({ id: policyId, countyCode, validFrom, validTo, residentsPerStation, certificateYears });
