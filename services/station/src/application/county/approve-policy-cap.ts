import type { Actor } from '@qianshou/kernel';
import type { CountyPolicy } from '../../domain/county/county-policy.ts';
import { approveCap } from '../../domain/county/county-policy-changes.ts';
import { mayApproveCap } from '../../domain/policy.ts';
import { type PolicyPorts, type PolicyTarget, reviseCountyPolicy } from './revise-county-policy.ts';

/** FUN-1, FUN-10: the cap counts once a second person, of finance, agreed to it. */
export const approvePolicyCap =
  (ports: PolicyPorts) =>
  (input: PolicyTarget, actor: Actor): Promise<CountyPolicy> =>
    reviseCountyPolicy(ports, mayApproveCap)(input, actor, approveCap);
