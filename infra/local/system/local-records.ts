import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../servers/index.ts';
import { SetupError } from '../setup-error.ts';

/** Keys and downloads are no data: they stay. */
const DATA = ['mongod', 'kafka', 'logs', 'story.json'];

export interface RecordWishes {
  readonly fresh: boolean;
  readonly story: boolean;
  /** Another's replica set is in use. */
  readonly foreign: boolean;
}

/**
 * Wipes the data when that is asked for, and when it holds nothing but a story that was interrupted: half a story
 * can be neither shown nor gone on with. What a person may have entered is never wiped unasked.
 */
export function prepareRecords(folder: string, wishes: RecordWishes, report: Report): void {
  if (wishes.foreign) return refuseToWipe(wishes);
  const interrupted = wishes.story && existsSync(markIn(folder));
  if (interrupted) report('An earlier start was interrupted in its story: it begins again, on empty data.');
  if (interrupted || wishes.fresh) wipe(folder);
  if (!wishes.story) storyIsOver(folder);
  else if (!existsSync(join(folder, 'mongod'))) mark(folder);
}

function refuseToWipe({ fresh }: RecordWishes): void {
  if (!fresh) return;
  throw new SetupError('--fresh wipes local data only, and MONGODB_URI names a server that is not ours.', [
    'drop the databases qianshou_* there yourself, or',
    'start without MONGODB_URI',
  ]);
}

/** From now on the data is worth keeping. */
export function storyIsOver(folder: string): void {
  rmSync(markIn(folder), { force: true });
}

function wipe(folder: string): void {
  for (const data of DATA) rmSync(join(folder, data), { recursive: true, force: true });
}

function mark(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(markIn(folder), '');
}

function markIn(folder: string): string {
  return join(folder, 'story-unfinished');
}
