import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';
import { remeasureCaps } from './remeasure-caps.ts';

type Told = EventData<'qianshou.station.policy-adopted.v1' | 'qianshou.station.policy-revised.v1'>;
type Deps = Pick<Ports, 'budgetPlans' | 'policies' | 'unitOfWork' | 'clock'>;

/** FUN-1: keeps the percentages that budgets are measured by, each with its days, its approval and its source. */
export const onPolicyAdopted =
  (ports: Deps) =>
  async (policy: Told): Promise<void> => {
    const { policyId: id, countyCode, source, capPercent, capApprovedOn = null } = policy;
    const { validFrom, validTo, supersededOn = null, withdrawnOn = null } = policy;
    const days = { validFrom, validTo, supersededOn, withdrawnOn };
    await ports.policies.put({ id, countyCode, ...days, source, capPercent, capApprovedOn });
    await remeasureCaps(ports)({ countyCode });
  };
