import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Logger } from '@qianshou/service-kit/logging';
import { STORED } from '../../domain/dataset/datasets.ts';
import { OWN_TABLES, tablesOf } from './columns.ts';

export interface StoreSettings {
  /** Where the file lies; null: in memory, for as long as the process lives. */
  readonly folder: string | null;
  readonly memory: string;
  readonly threads: number;
  readonly logger: Logger;
}

/** Raised when the same events come to other rows: the file is then made anew. */
const FEED_VERSION = 2;

const FILE = 'insight.duckdb';

/** Files, networks and extensions are out of reach for whatever runs here, and stay so. */
const CLOSED = {
  enable_external_access: 'false',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};

/** The file of today's columns; one of other columns, or one that cannot be read, is thrown away and made anew. */
export async function openStore(settings: StoreSettings): Promise<DuckDBInstance> {
  const instance = await keptOrNew(settings);
  const connection = await instance.connect();
  await connection.run('SET lock_configuration = true');
  connection.closeSync();
  return instance;
}

async function keptOrNew(settings: StoreSettings): Promise<DuckDBInstance> {
  const kept = await openKept(settings).catch((error: unknown) => {
    if (isTaken(error)) throw error;
    settings.logger.warn({ err: error }, 'the store cannot be read and is made anew from the logs');
    return null;
  });
  if (kept !== null) return kept;
  removeStore(settings.folder);
  const instance = await create(settings);
  await prepare(instance);
  return instance;
}

export function removeStore(folder: string | null): void {
  if (folder === null) return;
  for (const suffix of ['', '.wal']) rmSync(join(folder, `${FILE}${suffix}`), { force: true });
}

async function openKept(settings: StoreSettings): Promise<DuckDBInstance | null> {
  const { folder } = settings;
  if (folder === null || !existsSync(join(folder, FILE))) return null;
  const instance = await create(settings);
  if ((await shapeIn(instance)) === shapeOfToday()) return instance;
  instance.closeSync();
  return null;
}

function create({ folder, memory, threads }: StoreSettings): Promise<DuckDBInstance> {
  if (folder !== null) mkdirSync(folder, { recursive: true });
  const path = folder === null ? ':memory:' : join(folder, FILE);
  return DuckDBInstance.create(path, {
    ...CLOSED,
    memory_limit: memory,
    threads: String(threads),
    // Grouped answers come in any order and are ordered afterwards; keeping it would only cost memory.
    preserve_insertion_order: 'false',
  });
}

async function prepare(instance: DuckDBInstance): Promise<void> {
  const connection = await instance.connect();
  for (const table of [...OWN_TABLES, ...STORED.flatMap(tablesOf)]) await connection.run(table);
  const about = "INSERT INTO about VALUES ('shape', $1), ('epoch', uuid()::VARCHAR)";
  await connection.run(about, [shapeOfToday()]);
  connection.closeSync();
}

async function shapeIn(instance: DuckDBInstance): Promise<string | null> {
  const connection = await instance.connect();
  const found = await connection.runAndReadAll("SELECT value FROM about WHERE name = 'shape'");
  connection.closeSync();
  const [row] = found.getRowObjectsJS();
  return row === undefined ? null : (row['value'] as string);
}

function shapeOfToday(): string {
  const tables = [...OWN_TABLES, ...STORED.flatMap(tablesOf)].join('\n');
  return createHash('sha256').update(`${FEED_VERSION}\n${tables}`).digest('hex');
}

/** Another process has it open: thrown away, it would be lost to that one as well. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && /lock/i.test(error.message);
}
