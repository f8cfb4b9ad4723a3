import type { Actor, PublicText } from '@qianshou/kernel';
import type { CountyPolicy, PolicyCorrection } from '../../domain/county/county-policy.ts';
import { correctPolicy } from '../../domain/county/county-policy-changes.ts';
import { type PolicyPorts, type PolicyTarget, reviseCountyPolicy } from './revise-county-policy.ts';

export interface CorrectCountyPolicyInput extends PolicyTarget {
  /** What is to be another value; everything else stays. */
  readonly changes: PolicyCorrection;
  readonly reason: PublicText;
}

export const correctCountyPolicy =
  (ports: PolicyPorts) =>
  (input: CorrectCountyPolicyInput, actor: Actor): Promise<CountyPolicy> =>
    reviseCountyPolicy(ports)(input, actor, (policy, facts) => correctPolicy(policy, input, facts));
