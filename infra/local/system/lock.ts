import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { identify, isAlive, type ProcessIdentity } from '../servers/index.ts';
import { SetupError } from '../setup-error.ts';

/** Two systems on one set of data would ruin it: the second start is told of the first. */
export function takeLock(file: string): () => void {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify(identify(process.pid)));
  try {
    claim(mine, file);
  } finally {
    rmSync(mine, { force: true });
  }
  return () => rmSync(file, { force: true });
}

/** A link is made whole or not at all, so nobody ever reads half a lock. */
function claim(mine: string, file: string): void {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      return linkSync(mine, file);
    } catch {
      const holder = holderOf(file);
      if (holder !== null && isAlive(holder)) throw alreadyRunning(holder);
      // Its holder was killed: what it left behind is cleared by whoever comes next.
      rmSync(file, { force: true });
    }
  }
  throw new Error(`The lock ${file} could not be taken.`);
}

function holderOf(file: string): ProcessIdentity | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity;
  } catch {
    return null;
  }
}

function alreadyRunning({ pid }: ProcessIdentity): SetupError {
  return new SetupError(`The system is already running from this folder (process ${pid}).`, [
    'use that one, or',
    `stop it with Ctrl-C in its terminal, or with: kill ${pid}`,
  ]);
}
