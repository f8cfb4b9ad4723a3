import type { Page, PageRequest } from '@qianshou/kernel';
import type { VillageRoom } from '../../domain/village-room/village-room.ts';
import type { Ports } from '../ports.ts';
import type { VillageRoomFilter } from './ports.ts';

/** Public, as stations are. */
export const listVillageRooms =
  ({ villageRooms }: Pick<Ports, 'villageRooms'>) =>
  (filter: VillageRoomFilter, page: PageRequest): Promise<Page<VillageRoom>> =>
    villageRooms.list(filter, page);
