import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LOCAL } from '../places.ts';
import { identify, isAlive, type ProcessIdentity } from './process-identity.ts';

/** Written when a process is started, so that a later run can prove that a leftover is the product's own. */
export interface ProcessRecord extends ProcessIdentity {
  readonly name: string;
  readonly command: string;
  /** Who started it. While the owner lives, its processes are nobody else's to end. */
  readonly owner: ProcessIdentity;
}

const RECORDS = join(LOCAL, 'processes');

export function recordProcess(started: { name: string; pid: number; command: string }): void {
  const identity = identify(started.pid);
  const owner = identify(process.pid);
  if (identity === null || owner === null) return;
  const record: ProcessRecord = { ...started, ...identity, owner };
  mkdirSync(RECORDS, { recursive: true });
  const path = pathOf(started.pid);
  writeFileSync(`${path}.new`, JSON.stringify(record));
  renameSync(`${path}.new`, path);
}

export function forgetProcess(pid: number): void {
  rmSync(pathOf(pid), { force: true });
}

/** Ends what earlier runs left behind after a `kill -9`, and names it. */
export async function endLeftovers(): Promise<readonly string[]> {
  const records = readRecords();
  for (const gone of records.filter((record) => !isAlive(record))) forgetProcess(gone.pid);
  const leftovers = records.filter((record) => isLeftover(record, isAlive));
  await Promise.all(leftovers.map(endGroup));
  return leftovers.map(({ name, pid }) => `${name} (process ${pid})`);
}

export function isLeftover(record: ProcessRecord, alive: (process: ProcessIdentity) => boolean): boolean {
  return alive(record) && !alive(record.owner);
}

async function endGroup(record: ProcessRecord): Promise<void> {
  signalGroup(record.pid, 'SIGTERM');
  for (let waited = 0; waited < 5_000 && isAlive(record); waited += 50) await sleep(50);
  if (isAlive(record)) signalGroup(record.pid, 'SIGKILL');
  while (isAlive(record)) await sleep(20);
  forgetProcess(record.pid);
}

/** Every process is started as the leader of its own group: what it started itself goes with it. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It is gone already, which is what was wanted.
  }
}

function readRecords(): readonly ProcessRecord[] {
  try {
    const names = readdirSync(RECORDS).filter((name) => name.endsWith('.json'));
    return names.map((name) => JSON.parse(readFileSync(join(RECORDS, name), 'utf8')) as ProcessRecord);
  } catch {
    return [];
  }
}

function pathOf(pid: number): string {
  return join(RECORDS, `${pid}.json`);
}
