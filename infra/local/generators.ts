import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { errorCodes } from './error-codes.ts';
import type { GeneratedFile, GeneratedFiles } from './generated-file.ts';
import { REPOSITORY } from './places.ts';

/** Everything under docs/ that is made from code. */
export async function generateDocuments(): Promise<GeneratedFiles> {
  return { files: [await errorCodes(), ...(await eventDocuments())], ownFolders: ['docs/schemas'] };
}

interface EventDocumentation {
  readonly generateEventDocs: () => readonly GeneratedFile[] | Promise<readonly GeneratedFile[]>;
}

async function eventDocuments(): Promise<readonly GeneratedFile[]> {
  const path = join(REPOSITORY, 'packages/events/src/docs.ts');
  if (!existsSync(path)) return [];
  const { generateEventDocs } = (await import(pathToFileURL(path).href)) as EventDocumentation;
  return generateEventDocs();
}
