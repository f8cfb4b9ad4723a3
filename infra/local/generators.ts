import { generateEventDocs } from '@qianshou/events/docs';
import { accessTable } from './access-table.ts';
import { correctionsTable } from './corrections-table.ts';
import { enumLabels, enumTerms } from './enum-labels.ts';
import { errorCodes, errorCodesOfClients } from './error-codes.ts';
import { fourEyesTable } from './four-eyes-table.ts';
import type { GeneratedFiles } from './generated-file.ts';
import { insightContracts } from './insight/contract.ts';
import { insightDictionary } from './insight/dictionary.ts';
import { insightLibrary } from './insight/library.ts';
import { regionCodes } from './region-codes.ts';
import { trustedDocuments } from './trusted-documents.ts';

/** Everything committed that is made from code: documents, and the labels that the graph itself answers. */
export async function generateDocuments(): Promise<GeneratedFiles> {
  return {
    files: [
      ...insightContracts(),
      ...insightDictionary(),
      insightLibrary(),
      accessTable(),
      enumLabels(),
      enumTerms(),
      regionCodes(),
      correctionsTable(),
      fourEyesTable(),
      await errorCodes(),
      await errorCodesOfClients(),
      await trustedDocuments(),
      ...(await generateEventDocs()),
    ],
    ownFolders: ['docs/schemas'],
  };
}
