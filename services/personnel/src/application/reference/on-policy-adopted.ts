import type { EventData } from '@qianshou/events';
import {
  DEFAULT_CERTIFICATE_GAP_DAYS,
  DEFAULT_CERTIFICATE_WARNING_DAYS,
  RECRUITING_DAYS,
} from '@qianshou/kernel';
import type { Ports } from '../ports.ts';

type Told = EventData<'qianshou.station.policy-adopted.v1' | 'qianshou.station.policy-revised.v1'>;

/** PER-3, PER-9: the county's own numbers, each policy with its days, as it stands now. */
export const onPolicyAdopted =
  ({ policies }: Pick<Ports, 'policies'>) =>
  (policy: Told): Promise<void> => {
    const { policyId: id, countyCode, residentsPerStation, certificateYears } = policy;
    const { validFrom, validTo, supersededOn = null, withdrawnOn = null } = policy;
    const days = { validFrom, validTo, supersededOn, withdrawnOn };
    const {
      certificateGapDays = DEFAULT_CERTIFICATE_GAP_DAYS,
      certificateWarningDays = DEFAULT_CERTIFICATE_WARNING_DAYS,
    } = policy;
    const numbers = { residentsPerStation, certificateYears, certificateGapDays, certificateWarningDays };
    const {
      recruitmentNoticeDays = RECRUITING_DAYS.recruitmentNoticeDays,
      applicantDays = RECRUITING_DAYS.applicantDays,
      vacancyDays = RECRUITING_DAYS.vacancyDays,
    } = policy;
    const recruiting = { recruitmentNoticeDays, applicantDays, vacancyDays };
    return policies.put({ id, countyCode, ...days, ...numbers, ...recruiting });
  };
