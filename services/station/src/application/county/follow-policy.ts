import { chinaDay, type RegionCode } from '@qianshou/kernel';
import { countyPolicyOn } from '../../domain/county/county-policy.ts';
import { firstStanding, followPolicy as follow } from '../../domain/county/policy-standing.ts';
import { stationRulesOf } from '../../domain/county/station-rules.ts';
import { followChecklist } from './follow-checklist.ts';
import { followCoverage } from './follow-coverage.ts';
import type { Ports } from '../ports.ts';

export type FollowingPorts = Pick<
  Ports,
  | 'unitScopes'
  | 'countyPolicies'
  | 'policyStandings'
  | 'countyCoverages'
  | 'stations'
  | 'villageRooms'
  | 'regions'
  | 'clock'
>;

/**
 * Within the transaction that holds the county: when another policy rules today than was told last, or it says
 * something else, that is told once, and with it what the county counts by it: its checklists and its denominator.
 */
export const followPolicy =
  (ports: FollowingPorts) =>
  async (countyCode: RegionCode): Promise<void> => {
    const { countyPolicies, policyStandings, clock } = ports;
    const today = chinaDay(clock.now());
    const [policies = []] = await countyPolicies.findOfCounties([countyCode]);
    const [known] = await policyStandings.findMany([countyCode]);
    const change = follow(known ?? firstStanding(countyCode, policies), policies, today);
    if (change.events.length === 0) return;
    await policyStandings.save(change);
    await followChecklist(ports)(countyCode, stationRulesOf(countyPolicyOn(policies, today)));
    await followCoverage(ports)(countyCode);
  };
