import { followHaves } from '../domain/checklist-standing.ts';
import type { CountyPolicy } from '../domain/county-policy.ts';
import { checklistOf, stationRulesOf } from '../domain/station-rules.ts';
import type { Ports } from './ports.ts';

/** A county that asks for other haves than before may find some of its stations complete, or no longer. */
export const followChecklist =
  ({ stations }: Pick<Ports, 'stations'>) =>
  async (policy: CountyPolicy): Promise<void> => {
    const checklist = checklistOf(stationRulesOf(policy));
    for (const station of await stations.findStanding(policy.countyCode)) {
      await stations.save(followHaves({ state: station, events: [] }, checklist));
    }
  };
