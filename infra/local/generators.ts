import { generateEventDocs } from '@qianshou/events/docs';
import { accessTable } from './access-table.ts';
import { errorCodes } from './error-codes.ts';
import type { GeneratedFiles } from './generated-file.ts';

/** Everything under docs/ that is made from code. */
export async function generateDocuments(): Promise<GeneratedFiles> {
  return {
    files: [accessTable(), await errorCodes(), ...(await generateEventDocs())],
    ownFolders: ['docs/schemas'],
  };
}
