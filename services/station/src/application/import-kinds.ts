import type { ImportKind } from '@qianshou/kernel';
import { importKeyCounties } from './import-key-counties.ts';
import { importServiceRecords } from './import-service-records.ts';
import { importStations } from './import-stations.ts';
import { importVillageRooms } from './import-village-rooms.ts';
import type { Ports } from './ports.ts';

export function importKinds(ports: Ports): readonly ImportKind[] {
  return [
    importKeyCounties(ports),
    importStations(ports),
    importVillageRooms(ports),
    importServiceRecords(ports),
  ];
}
