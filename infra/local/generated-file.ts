import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { REPOSITORY } from './places.ts';

/** A committed file that is made from others: the check compares, the command writes. */
export interface GeneratedFile {
  /** From the folder of the clone. */
  readonly path: string;
  readonly content: string;
}

/** A folder in which nothing lies but generated files; what is no longer generated goes. */
export interface GeneratedFiles {
  readonly files: readonly GeneratedFile[];
  readonly ownFolders: readonly string[];
}

export async function outdatedPaths({ files, ownFolders }: GeneratedFiles): Promise<readonly string[]> {
  const changed = await Promise.all(
    files.map(async ({ path, content }) => ((await current(path)) === content ? [] : [path])),
  );
  return [...changed.flat(), ...(await abandoned({ files, ownFolders }))];
}

/** @returns what was changed. */
export async function writeGenerated(generated: GeneratedFiles): Promise<readonly string[]> {
  const outdated = await outdatedPaths(generated);
  const contents = new Map(generated.files.map(({ path, content }) => [path, content]));
  for (const path of outdated) {
    const content = contents.get(path);
    const place = join(REPOSITORY, path);
    if (content === undefined) {
      await rm(place);
    } else {
      await mkdir(dirname(place), { recursive: true });
      await writeFile(place, content);
    }
  }
  return outdated;
}

async function abandoned({ files, ownFolders }: GeneratedFiles): Promise<readonly string[]> {
  const wanted = new Set(files.map(({ path }) => path));
  const found = await Promise.all(ownFolders.map(filesIn));
  return found.flat().filter((path) => !wanted.has(path));
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const place = join(REPOSITORY, folder);
  if (!existsSync(place)) return [];
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(REPOSITORY.length + 1));
}

function current(path: string): Promise<string | null> {
  return readFile(join(REPOSITORY, path), 'utf8').catch(() => null);
}
