import type { Ports } from '../ports.ts';
import { adoptCountyPolicy } from './adopt-county-policy.ts';
import { approvePolicyCap } from './approve-policy-cap.ts';
import { correctCountyPolicy } from './correct-county-policy.ts';
import { endCountyPolicy } from './end-county-policy.ts';
import { followPolicies } from './follow-policies.ts';
import { importKeyCounty } from './import-key-county.ts';
import { listCountyPolicies } from './list-county-policies.ts';
import { withdrawCountyPolicy } from './withdraw-county-policy.ts';

export function useCasesOfCounty(ports: Ports) {
  return {
    adoptCountyPolicy: adoptCountyPolicy(ports),
    approvePolicyCap: approvePolicyCap(ports),
    correctCountyPolicy: correctCountyPolicy(ports),
    endCountyPolicy: endCountyPolicy(ports),
    followPolicies: followPolicies(ports),
    importKeyCounty: importKeyCounty(ports),
    listCountyPolicies: listCountyPolicies(ports),
    withdrawCountyPolicy: withdrawCountyPolicy(ports),
  };
}
