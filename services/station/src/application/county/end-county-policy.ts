import type { Actor, CalendarDate, PublicText } from '@qianshou/kernel';
import type { CountyPolicy } from '../../domain/county/county-policy.ts';
import { endPolicy } from '../../domain/county/county-policy-changes.ts';
import { type PolicyPorts, type PolicyTarget, reviseCountyPolicy } from './revise-county-policy.ts';

export interface EndCountyPolicyInput extends PolicyTarget {
  readonly validTo: CalendarDate;
  readonly reason: PublicText;
}

export const endCountyPolicy =
  (ports: PolicyPorts) =>
  (input: EndCountyPolicyInput, actor: Actor): Promise<CountyPolicy> =>
    reviseCountyPolicy(ports)(input, actor, (policy, facts) => endPolicy(policy, input, facts));
