import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from '../setup-error.ts';
import { closeJournal } from '../story/index.ts';

/** Keys and downloads are no data: they stay. */
const JOURNAL = 'story-so-far.jsonl';
const DATA = ['mongod', 'kafka', 'logs', 'story.json', JOURNAL];

export interface RecordWishes {
  readonly fresh: boolean;
  readonly story: boolean;
  /** Another's replica set is in use. */
  readonly foreign: boolean;
}

/** Wipes the data when that is asked for, and never unasked: a story that was interrupted goes on. */
export function prepareRecords(folder: string, wishes: RecordWishes): void {
  if (wishes.fresh && wishes.foreign) throw notOursToWipe();
  if (wishes.fresh) wipe(folder);
  if (!wishes.story) storyIsOver(folder);
}

function notOursToWipe(): SetupError {
  return new SetupError('--fresh wipes local data only, and MONGODB_URI names a server that is not ours.', [
    'drop the databases qianshou_* there yourself, or',
    'start without MONGODB_URI',
  ]);
}

/** How far the story came is of use to the next start only while it has not come to its end. */
export function storyIsOver(folder: string): void {
  closeJournal(journalFile(folder));
}

export function journalFile(folder: string): string {
  return join(folder, JOURNAL);
}

function wipe(folder: string): void {
  for (const data of DATA) rmSync(join(folder, data), { recursive: true, force: true });
}
