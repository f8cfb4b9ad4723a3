import { type Actor, recordedBy } from '@qianshou/kernel';
import { mayPrepare } from '../../domain/policy.ts';
import type { Room } from '../../domain/station/site.ts';
import type { Station } from '../../domain/station/station.ts';
import { addRooms as add } from '../../domain/station/station-preparation.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from './decide-on-station.ts';

const PREPARERS = ['COUNTY_CIVIL_AFFAIRS', 'TOWNSHIP_CIVIL_AFFAIRS', 'AGENCY_MANAGER'] as const;

export interface AddRoomsInput extends StationTarget {
  readonly rooms: readonly Room[];
}

export const addRooms =
  (ports: DecisionPorts) =>
  (input: AddRoomsInput, actor: Actor): Promise<Station> =>
    decideOnStation(ports)(input, actor, {
      may: mayPrepare,
      decide: (station, { today }) => {
        const { townshipCode, operatorAgencyId } = station;
        const place = {
          regions: [townshipCode],
          agencies: operatorAgencyId === null ? [] : [operatorAgencyId],
        };
        return add(station, input.rooms, recordedBy(actor, today, { roles: PREPARERS, ...place }));
      },
    });
