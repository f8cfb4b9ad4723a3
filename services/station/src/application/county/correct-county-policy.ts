import type { Actor, Grounds } from '@qianshou/kernel';
import type { CountyPolicy, PolicyCorrection } from '../../domain/county/county-policy.ts';
import { correctPolicy } from '../../domain/county/county-policy-changes.ts';
import { type PolicyPorts, type PolicyTarget, reviseCountyPolicy } from './revise-county-policy.ts';

export interface CorrectCountyPolicyInput extends PolicyTarget, Grounds {
  /** What is to be another value; everything else stays. */
  readonly changes: PolicyCorrection;
}

export const correctCountyPolicy =
  (ports: PolicyPorts) =>
  (input: CorrectCountyPolicyInput, actor: Actor): Promise<CountyPolicy> =>
    reviseCountyPolicy(ports)(input, actor, (policy, facts) => correctPolicy(policy, input, facts));
