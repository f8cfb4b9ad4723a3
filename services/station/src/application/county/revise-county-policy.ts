import { type Actor, type Change, chinaDay, expectVersion, notPermitted } from '@qianshou/kernel';
import {
  type CountyPolicy,
  followSuccession,
  type PolicyEvent,
  type PolicyFacts,
} from '../../domain/county/county-policy.ts';
import type { CountyPolicyId } from '../../domain/ids.ts';
import { mayAdoptPolicy } from '../../domain/policy.ts';
import { followPolicy, type FollowingPorts } from './follow-policy.ts';
import type { Ports } from '../ports.ts';
import { countyKey } from './county-key.ts';

export type PolicyPorts = FollowingPorts & Pick<Ports, 'unitOfWork'>;

/** What every change of a policy says: which one, and which version the caller read. */
export interface PolicyTarget {
  readonly policyId: CountyPolicyId;
  readonly expectedVersion: number | null;
}

type Decide = (policy: CountyPolicy, facts: PolicyFacts) => Change<CountyPolicy, PolicyEvent>;

/** Load, authorise, decide, save, in a transaction that holds the county; what follows for today follows with it. */
export const reviseCountyPolicy =
  (ports: PolicyPorts, may = mayAdoptPolicy) =>
  ({ policyId, expectedVersion }: PolicyTarget, actor: Actor, decide: Decide): Promise<CountyPolicy> =>
    ports.unitOfWork.run(async () => {
      const { countyCode } = await ports.countyPolicies.get(policyId);
      may(actor, countyCode);
      await ports.unitOfWork.hold(countyKey(countyCode));
      const policy = await ports.countyPolicies.get(policyId);
      expectVersion(policy, expectedVersion);
      return savePolicy(ports)(decide(policy, await policyFacts(ports)(countyCode, actor)), actor);
    });

export const policyFacts =
  ({ countyPolicies, regions, clock }: PolicyPorts) =>
  async (countyCode: CountyPolicy['countyCode'], actor: Actor): Promise<PolicyFacts> => {
    const county = await regions.get(countyCode);
    const [policies = []] = await countyPolicies.findOfCounties([countyCode]);
    return { policies, quasiUnits: county.units.quasi, today: chinaDay(clock.now()), by: subjectOf(actor) };
  };

/** With the policy, whose place it takes or gives back, and what rules in the county today. */
export const savePolicy =
  (ports: PolicyPorts) =>
  async (change: Change<CountyPolicy, PolicyEvent>, actor: Actor): Promise<CountyPolicy> => {
    const { id, countyCode } = await ports.countyPolicies.save(change);
    const [policies = []] = await ports.countyPolicies.findOfCounties([countyCode]);
    for (const followed of followSuccession(policies, subjectOf(actor))) {
      await ports.countyPolicies.save(followed);
    }
    await followPolicy(ports)(countyCode);
    return ports.countyPolicies.get(id);
  };

function subjectOf({ subject }: Actor): string {
  if (subject === null) throw notPermitted();
  return subject;
}
