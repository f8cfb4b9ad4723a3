import type { RegionCode } from '@qianshou/kernel';
import { followHaves } from '../../domain/station/checklist-standing.ts';
import { checklistOf, type StationRules } from '../../domain/county/station-rules.ts';
import type { Ports } from '../ports.ts';

/** A county that asks for other haves than before may find some of its stations complete, or no longer. */
export const followChecklist =
  ({ stations }: Pick<Ports, 'stations'>) =>
  async (countyCode: RegionCode, rules: StationRules): Promise<void> => {
    const checklist = checklistOf(rules);
    for (const station of await stations.findStanding(countyCode)) {
      await stations.save(followHaves({ state: station, events: [] }, checklist));
    }
  };
