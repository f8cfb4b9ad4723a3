import type { ImportKind } from '@qianshou/kernel';
import { importKeyCounties } from './county/import-key-counties.ts';
import { importServiceRecords } from './service-record/import-service-records.ts';
import { importStations } from './station/import-stations.ts';
import { importVillageRooms } from './village-room/import-village-rooms.ts';
import type { Ports } from './ports.ts';

export function importKinds(ports: Ports): readonly ImportKind[] {
  return [
    importKeyCounties(ports),
    importStations(ports),
    importVillageRooms(ports),
    importServiceRecords(ports),
  ];
}
