import { type Graph, operation } from '../story/graph-client.ts';
import { type LoadedTable, loadTables, type TableToLoad } from './load-table.ts';
import { openGround, pairAgencyTable, pairingTable, pairsOf } from './pairing-ground.ts';
import { type County, readCounties } from './places.ts';
import {
  type CatalogueService,
  operatorTable,
  serviceRecordTable,
  stationTable,
  villageRoomTable,
} from './tables.ts';

/** How much of everything. */
export interface LoadSize {
  readonly of: (county: County) => boolean;
  readonly stations: number;
  readonly pairings: boolean;
  readonly villageRooms: number;
  readonly serviceRecords: number;
}

export const LOADS = {
  national: {
    of: ({ keyCounty }) => keyCounty,
    stations: 2_168,
    pairings: true,
    villageRooms: 40_000,
    serviceRecords: 1_000_000,
  },
  country: {
    of: () => true,
    stations: 41_000,
    pairings: false,
    villageRooms: 0,
    serviceRecords: 0,
  },
} as const satisfies Record<string, LoadSize>;

export type LoadName = keyof typeof LOADS;

export interface LoadOptions {
  readonly graph: Graph;
  readonly size: LoadSize;
  /** Where the tables are written before they are sent. */
  readonly folder: string;
}

const ADMIN = 'admin';
/** PAIR-6: pairings are decided by the provinces that receive. */
export const PROVINCES = 'receiving-provinces';

const CATALOGUE = operation<{ serviceCatalogue: readonly CatalogueService[] }>(/* GraphQL */ `
  query ServiceCatalogue {
    serviceCatalogue {
      code
      groups
      methods
    }
  }
`);

/** Table after table, each through the dry run and then written. What is there already stays as it is. */
export async function loadEverything({ graph, size, folder }: LoadOptions): Promise<readonly LoadedTable[]> {
  const all = await readCounties();
  const counties = upTo(all.filter(size.of), size.stations);
  const { serviceCatalogue } = await graph.ask(ADMIN, CATALOGUE);
  const pairs = size.pairings ? pairsOf(counties, all) : [];
  if (pairs.length > 0) await openGround(graph, pairs);
  const tables = [...pairingTables(pairs), ...stationTables(size, counties, serviceCatalogue)];
  return loadTables({ graph, folder }, tables);
}

/** Whole counties as long as they fit, then a part of the next one. */
function upTo(counties: readonly County[], stations: number): readonly County[] {
  let left = stations;
  return counties.flatMap((county) => {
    const units = county.units.slice(0, left);
    left -= units.length;
    return units.length === 0 ? [] : [{ ...county, units }];
  });
}

function pairingTables(pairs: ReturnType<typeof pairsOf>): readonly TableToLoad[] {
  if (pairs.length === 0) return [];
  return [
    { kind: 'AGENCIES', name: '牵手机构 agencies of pairings', table: pairAgencyTable(pairs) },
    { kind: 'PAIRINGS', name: '结对 pairings', table: pairingTable(pairs), persona: PROVINCES },
  ];
}

function stationTables(
  size: LoadSize,
  counties: readonly County[],
  catalogue: readonly CatalogueService[],
): readonly TableToLoad[] {
  const tables: TableToLoad[] = [
    { kind: 'AGENCIES', name: '承接机构 operators', table: operatorTable(counties) },
    { kind: 'STATIONS', name: '社工站 stations', table: stationTable(counties) },
  ];
  if (size.villageRooms > 0) {
    const table = villageRoomTable(counties, size.villageRooms);
    tables.push({ kind: 'VILLAGE_ROOMS', name: '社工室 village rooms', table });
  }
  if (size.serviceRecords > 0) {
    const table = serviceRecordTable(counties, size.serviceRecords, catalogue);
    tables.push({ kind: 'SERVICE_RECORDS', name: '服务记录 service records', table });
  }
  return tables;
}
