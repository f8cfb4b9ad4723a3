import type { NameQuery, Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { Repository } from '../reference/ports.ts';
import type { StationId, VillageRoomId } from '../../domain/ids.ts';
import type {
  OperatingRoom,
  VillageRoom,
  VillageRoomEvent,
  VillageRoomStatus,
} from '../../domain/village-room/village-room.ts';

export interface VillageRoomFilter {
  readonly within: RegionCode | null;
  readonly name: NameQuery | null;
  readonly demonstration: boolean | null;
  readonly meetsStandard: boolean | null;
  readonly stationId: StationId | null;
  readonly status: readonly VillageRoomStatus[] | null;
}

export type Village = Pick<VillageRoom, 'townshipCode' | 'villageName'>;

export interface VillageRooms extends Repository<VillageRoomId, VillageRoom, VillageRoomEvent> {
  readonly list: (filter: VillageRoomFilter, page: PageRequest) => Promise<Page<VillageRoom>>;
  /** The rooms that these villages have and had. */
  readonly findByVillages: (villages: readonly Village[]) => Promise<readonly VillageRoom[]>;
  /** Those that operate in the unit, less those whose village has a room in the other unit already. */
  readonly findOperatingIn: (unit: RegionCode, other: RegionCode) => Promise<readonly VillageRoom[]>;
  /** Those of a county. */
  readonly findOperatingOf: (countyCode: RegionCode) => Promise<readonly OperatingRoom[]>;
  readonly countDemonstrations: (countyCode: RegionCode) => Promise<number>;
}
