import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../places.ts';
import { identify } from './process-identity.ts';

export interface CachedFolder {
  readonly name: string;
  /** Fills an empty folder; throws when what came is not what was asked for. */
  readonly fetch: (folder: string) => Promise<void>;
}

const CONTENTS = 'contents.json';

/**
 * A download is complete or not there: it is made beside its place and renamed when it is verified. Its list of
 * files with their sizes is kept, so that a copy that was cut or tidied away later is noticed and fetched again.
 */
export async function cachedFolder({ name, fetch }: CachedFolder): Promise<string> {
  const folder = join(cacheFolder(), name);
  if (await isWhole(folder)) return folder;
  await removeAbandoned(name);
  const making = `${folder}.${process.pid}.part`;
  await mkdir(making, { recursive: true });
  try {
    await fetch(making);
    await writeFile(join(making, CONTENTS), JSON.stringify(await sizesIn(making), null, 2));
    await putInPlace(making, folder);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
  return folder;
}

/** What a run that was killed had begun to fetch. */
async function removeAbandoned(name: string): Promise<void> {
  const entries = await readdir(cacheFolder()).catch(() => []);
  for (const entry of entries) {
    const maker = entry.startsWith(`${name}.`) ? /\.(\d+)\.part$/.exec(entry)?.[1] : undefined;
    if (maker === undefined || (identify(Number(maker)) !== null && Number(maker) !== process.pid)) continue;
    await rm(join(cacheFolder(), entry), { recursive: true, force: true });
  }
}

export async function isWhole(folder: string): Promise<boolean> {
  try {
    const expected = await readFile(join(folder, CONTENTS), 'utf8');
    return JSON.stringify(await sizesIn(folder), null, 2) === expected;
  } catch {
    return false;
  }
}

async function sizesIn(folder: string): Promise<Record<string, number>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes = files
    .filter((file) => file !== join(folder, CONTENTS))
    .toSorted()
    .map(async (file) => [file.slice(folder.length + 1), (await stat(file)).size] as const);
  return Object.fromEntries(await Promise.all(sizes));
}

/** Another run may have finished the same download meanwhile: then its copy stays. */
async function putInPlace(making: string, folder: string): Promise<void> {
  if (await isWhole(folder)) return;
  await rm(folder, { recursive: true, force: true });
  await rename(making, folder);
}
