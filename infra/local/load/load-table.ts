import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ImportKindName } from '@qianshou/kernel';
import { Listr, type ListrTask } from 'listr2';
import { applyChecked, checkFile, giveUp, type ImportRequest } from '../importing/import-client.ts';
import type { FoundRun } from '../importing/import-operations.ts';
import { wordsIn } from '../importing/import-words.ts';
import { TIMER } from '../progress.ts';
import type { Graph } from '../story/graph-client.ts';
import type { LoadTable } from './tables.ts';
import { writeTable } from './write-table.ts';

export interface TableToLoad {
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

export interface Ground {
  readonly graph: Graph;
  /** Where the tables are written before they are sent. */
  readonly folder: string;
}

interface Surroundings extends Ground {
  readonly show: (line: string) => void;
}

/** Table after table, each through the dry run and then written. */
export async function loadTables(
  ground: Ground,
  tables: readonly TableToLoad[],
): Promise<readonly LoadedTable[]> {
  const loaded: LoadedTable[] = [];
  const tasks = tables.map((each): ListrTask => ({
    title: each.name,
    task: async (_context, task) => {
      const show = (line: string): void => void (task.output = line);
      const table = await loadTable({ ...ground, show }, each);
      loaded.push(table);
      const seconds = (table.checkSeconds + table.writeSeconds).toFixed(1);
      const left = table.refused === 0 ? '' : `, ${table.refused} left out`;
      task.title = `${each.name}: ${table.rows.toLocaleString('en')} rows${left} in ${seconds} s`;
    },
  }));
  await new Listr(tasks, { rendererOptions: { timer: TIMER }, fallbackRenderer: 'simple' }).run();
  return loaded;
}

async function loadTable(
  { graph, folder, show }: Surroundings,
  { kind, table, persona = 'admin' }: TableToLoad,
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

const ON_ITS_WAY = new Set(['OPERATOR_UNKNOWN', 'NOT_KNOWN_HERE_YET']);
const PATIENCE_MS = 120_000;
const PAUSE_MS = 1_000;
/** Where the story has planned a station that is not open yet, neither rooms nor records are taken in. */
const FEW_REFUSED = 0.01;

/** What one service has just taken in is on its way to the other: the dry run says when it has arrived. */
async function checkedOnceAllIsKnown(request: ImportRequest): Promise<FoundRun> {
  const { kind } = request;
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const checked = await checkFile(request);
    const { rows, refused } = checked.check;
    const isFew = refused <= rows * FEW_REFUSED && kind !== 'STATIONS';
    if (checked.status === 'CHECKED' && (refused === 0 || isFew)) return checked;
    const waits = checked.ERROR.nodes.some(({ code }) => ON_ITS_WAY.has(code));
    if (!waits || Date.now() > until) throw new Error(whatIsWrong(checked));
    await giveUp(request, checked);
    request.show('waiting until all that it names is known there');
    await pause(PAUSE_MS);
  }
}

function whatIsWrong({ status, problem, ERROR: { nodes } }: FoundRun): string {
  const [first] = nodes;
  const told = problem ?? first;
  const where = first === undefined ? '' : ` (line ${first.line})`;
  return `The table was not taken in: ${status}${told === undefined ? '' : `, ${told.code}: ${told.message}`}${where}`;
}
