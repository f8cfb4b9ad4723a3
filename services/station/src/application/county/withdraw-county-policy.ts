import type { Actor, PublicText } from '@qianshou/kernel';
import type { CountyPolicy } from '../../domain/county/county-policy.ts';
import { withdrawPolicy } from '../../domain/county/county-policy-changes.ts';
import { type PolicyPorts, type PolicyTarget, reviseCountyPolicy } from './revise-county-policy.ts';

export interface WithdrawCountyPolicyInput extends PolicyTarget {
  readonly reason: PublicText;
}

export const withdrawCountyPolicy =
  (ports: PolicyPorts) =>
  (input: WithdrawCountyPolicyInput, actor: Actor): Promise<CountyPolicy> =>
    reviseCountyPolicy(ports)(input, actor, (policy, facts) => withdrawPolicy(policy, input.reason, facts));
