import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ImportKindName } from '@qianshou/kernel';
import { Listr, type ListrTask } from 'listr2';
import { applyChecked, checkFile, giveUp, type ImportRequest } from '../importing/import-client.ts';
import type { FoundRun } from '../importing/import-operations.ts';
import { wordsIn } from '../importing/import-words.ts';
import { TIMER } from '../progress.ts';
import { type Graph, operation } from '../story/graph-client.ts';
import { openGround, pairAgencyTable, pairingTable, pairsOf } from './pairing-ground.ts';
import { type County, readCounties } from './places.ts';
import {
  type CatalogueService,
  type LoadTable,
  operatorTable,
  serviceRecordTable,
  stationTable,
  villageRoomTable,
} from './tables.ts';
import { writeTable } from './write-table.ts';

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

interface TableToLoad {
  readonly persona?: string;
  readonly kind: ImportKindName;
  readonly name: string;
  readonly table: LoadTable;
}

/** What a table took, for the bench. */
export interface LoadedTable {
  readonly kind: ImportKindName;
  readonly rows: number;
  readonly refused: number;
  readonly checkSeconds: number;
  readonly writeSeconds: number;
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
  const loaded: LoadedTable[] = [];
  const tasks = tables.map((each): ListrTask => ({
    title: each.name,
    task: async (_context, task) => {
      const show = (line: string): void => void (task.output = line);
      const table = await loadTable({ graph, folder, show }, each);
      loaded.push(table);
      const seconds = (table.checkSeconds + table.writeSeconds).toFixed(1);
      const left = table.refused === 0 ? '' : `, ${table.refused} left out`;
      task.title = `${each.name}: ${table.rows.toLocaleString('en')} rows${left} in ${seconds} s`;
    },
  }));
  await new Listr(tasks, { rendererOptions: { timer: TIMER }, fallbackRenderer: 'simple' }).run();
  return loaded;
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

interface Surroundings {
  readonly graph: Graph;
  readonly folder: string;
  readonly show: (line: string) => void;
}

async function loadTable(
  { graph, folder, show }: Surroundings,
  { kind, table, persona = ADMIN }: TableToLoad,
): Promise<LoadedTable> {
  const file = join(folder, `${kind.toLowerCase()}.csv`);
  show('writing the table');
  await writeTable(file, table);
  const request = { graph, persona, kind, file, update: false, show, words: wordsIn('en') };
  const startedAt = performance.now();
  const checked = await checkedOnceAllIsKnown(request);
  const checkedAt = performance.now();
  const applied = await applyChecked(request, checked, true);
  if (applied.status !== 'APPLIED') throw new Error(whatIsWrong(applied));
  return {
    kind,
    rows: applied.application.rows,
    refused: applied.application.refused,
    checkSeconds: (checkedAt - startedAt) / 1_000,
    writeSeconds: (performance.now() - checkedAt) / 1_000,
  };
}

const PATIENCE_MS = 120_000;
const PAUSE_MS = 1_000;
/** Where the story has planned a station that is not open yet, neither rooms nor records are taken in. */
const FEW_REFUSED = 0.01;

/** What pairing has just registered is on its way to station: the dry run says when it has arrived. */
async function checkedOnceAllIsKnown(request: ImportRequest): Promise<FoundRun> {
  const { kind } = request;
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const checked = await checkFile(request);
    const { rows, refused } = checked.check;
    const isFew = refused <= rows * FEW_REFUSED && kind !== 'STATIONS';
    if (checked.status === 'CHECKED' && (refused === 0 || isFew)) return checked;
    const waits = checked.ERROR.nodes.some(({ code }) => code === 'OPERATOR_UNKNOWN');
    if (!waits || Date.now() > until) throw new Error(whatIsWrong(checked));
    await giveUp(request, checked);
    request.show('waiting until all operators are known to station');
    await pause(PAUSE_MS);
  }
}

function whatIsWrong({ status, problem, ERROR: { nodes } }: FoundRun): string {
  const [first] = nodes;
  const told = problem ?? first;
  const where = first === undefined ? '' : ` (line ${first.line})`;
  return `The table was not taken in: ${status}${told === undefined ? '' : `, ${told.code}: ${told.message}`}${where}`;
}
