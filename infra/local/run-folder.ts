import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { LOCAL } from './places.ts';
import { identify } from './servers/index.ts';

const MEMORY = '/dev/shm';
const GIB = 2 ** 30;
/** A whole run writes a gigabyte at most; the services and mongod's cache want memory as well. */
const ROOM = 3 * GIB;
const FREE_MEMORY = 6 * GIB;

/** Where a test run keeps what it needs to run. */
export interface RunFolder {
  readonly path: string;
  /**
   * The data of its servers: in memory where the machine has it to spare. A database makes four files for each
   * collection of each test file, and a disk takes longer over that than most tests.
   */
  readonly data: string;
  readonly remove: () => void;
}

export function runFolder(pid = process.pid): RunFolder {
  const path = join(LOCAL, `test-${pid}`);
  const data = hasRoomInMemory() ? join(MEMORY, `qianshou-test-${pid}`) : join(path, 'data');
  for (const folder of [path, data]) mkdirSync(folder, { recursive: true });
  return {
    path,
    data,
    remove: () => {
      for (const folder of [path, data]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a run left that could not end by itself. */
export function removeFoldersOfDeadRuns(): void {
  for (const parent of [LOCAL, MEMORY].filter((folder) => existsSync(folder)))
    for (const name of readdirSync(parent).filter(isOfDeadRun))
      rmSync(join(parent, name), { recursive: true, force: true });
}

function isOfDeadRun(name: string): boolean {
  const pid = /^(?:qianshou-)?test-(\d+)$/.exec(name)?.[1];
  return pid !== undefined && identify(Number(pid)) === null;
}

function hasRoomInMemory(): boolean {
  if (process.platform !== 'linux' || !existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= ROOM && process.availableMemory() >= FREE_MEMORY;
}
