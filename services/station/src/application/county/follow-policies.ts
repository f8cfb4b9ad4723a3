import { chinaDay, eachApart } from '@qianshou/kernel';
import { followPolicy, type FollowingPorts } from './follow-policy.ts';
import { policyOn } from './policy-on.ts';
import type { Ports } from '../ports.ts';
import { countyKey } from './county-key.ts';

/** Run by a job: on the day on which another policy begins to rule, or one ends, its county follows, once. */
export const followPolicies =
  (ports: FollowingPorts & Pick<Ports, 'unitOfWork'>) => async (): Promise<{ readonly found: number }> => {
    const { countyPolicies, policyStandings, unitOfWork, clock } = ports;
    const today = chinaDay(clock.now());
    const counties = await countyPolicies.findCountiesToFollow(today);
    const ruling = await policyOn({ countyPolicies })(counties, today);
    const standings = await policyStandings.findMany(counties);
    const turned = counties.filter(
      (_code, at) => (ruling[at]?.id ?? null) !== (standings[at]?.policyId ?? null),
    );
    await eachApart(turned, (county) =>
      unitOfWork.run(async () => {
        await unitOfWork.hold(countyKey(county));
        await followPolicy(ports)(county);
      }),
    );
    return { found: turned.length };
  };
