import type { RegionCode } from '@qianshou/kernel';
import { followHaves } from '../../domain/station/checklist-standing.ts';
import { checklistOf, roomChecklistOf, type StationRules } from '../../domain/county/station-rules.ts';
import { followRoomChecklist } from '../../domain/village-room/room-equipping.ts';
import type { Ports } from '../ports.ts';

/** A county that asks for other haves than before may find some of its stations and village rooms complete, or no longer. */
export const followChecklist =
  ({ stations, villageRooms }: Pick<Ports, 'stations' | 'villageRooms'>) =>
  async (countyCode: RegionCode, rules: StationRules): Promise<void> => {
    const checklist = checklistOf(rules);
    for (const station of await stations.findStanding(countyCode)) {
      await stations.save(followHaves({ state: station, events: [] }, checklist));
    }
    const ofRooms = roomChecklistOf(rules);
    for (const room of await villageRooms.findOperatingOf(countyCode)) {
      await villageRooms.save(followRoomChecklist(room, ofRooms));
    }
  };
