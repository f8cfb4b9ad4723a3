import { createHash } from 'node:crypto';
import type { GeneratedFile } from './generated-file.ts';

/** The typed documents of the client package, as a manifest that a gateway can trust: hash to text. */
export async function trustedDocuments(): Promise<GeneratedFile> {
  const documents: Record<string, unknown> = await import('@qianshou/client/documents');
  const texts = Object.values(documents)
    .filter((value) => typeof value === 'object')
    .map(String);
  const entries = texts
    .map((text) => [createHash('sha256').update(text).digest('hex'), text] as const)
    .toSorted(([one], [other]) => one.localeCompare(other));
  return {
    path: 'gateway/trusted-documents/docs-queries.json',
    content: `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`,
  };
}
