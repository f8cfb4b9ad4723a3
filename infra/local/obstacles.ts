import { statfsSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { LOCAL, REPOSITORY } from './places.ts';
import { SetupError } from './setup-error.ts';

const MEGABYTE = 2 ** 20;
/** What mongod and Kafka set aside before they take the first word. */
const ROOM_MB = 700;

/** @throws before anything is written, when the disk of the local data is as good as full. */
export function requireRoom(folder: string): void {
  const free = freeMegabytes(folder);
  if (free === null || free >= ROOM_MB) return;
  throw diskFull(folder, free);
}

/** What the operating system said no to, as a person can mend it; any other error as it is. */
export function obstacle(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code = '', path = LOCAL } = error as NodeJS.ErrnoException;
  return NAMED[code]?.(path) ?? error;
}

const full = (path: string): SetupError => diskFull(path, freeMegabytes(path) ?? 0);

const NAMED: Readonly<Record<string, (path: string) => SetupError>> = {
  ENOSPC: full,
  EDQUOT: full,
  EROFS: (path) => readOnly(path),
  EACCES: (path) => notOurs(path),
  EPERM: (path) => notOurs(path),
};

function diskFull(path: string, freeMb: number): SetupError {
  return new SetupError(`The disk of ${path} is full: ${freeMb} MB are free, ${ROOM_MB} MB are needed.`, [
    'free some room there; what is in .local/cache and .local/logs can be fetched and written again, or',
    'put the local data on another disk: QIANSHOU_LOCAL=/another/folder npm start',
  ]);
}

function readOnly(path: string): SetupError {
  return new SetupError(`${path} lies on a disk that can only be read.`, [
    'clone the repository to a disk that can be written, or',
    'put the local data elsewhere: QIANSHOU_LOCAL=/another/folder npm start',
  ]);
}

function notOurs(path: string): SetupError {
  const owner = ownerOf(path);
  const me = userInfo();
  const whose =
    owner === null || owner === me.uid
      ? 'has no right'
      : `is ${me.username}, not its owner (user ${owner}), and has no right`;
  return new SetupError(`${path} cannot be written: who runs this ${whose} to.`, [
    `run it as the owner of the checkout ${REPOSITORY}, or`,
    'work in a clone of your own, or',
    'put the local data into a folder of your own: QIANSHOU_LOCAL=/your/folder npm start',
  ]);
}

/** Of the nearest folder that exists: what is missing belongs to nobody. */
function ownerOf(path: string): number | null {
  try {
    return statSync(path).uid;
  } catch {
    return path === dirname(path) ? null : ownerOf(dirname(path));
  }
}

function freeMegabytes(path: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(path);
    return Math.floor((bavail * bsize) / MEGABYTE);
  } catch {
    return path === dirname(path) ? null : freeMegabytes(dirname(path));
  }
}
