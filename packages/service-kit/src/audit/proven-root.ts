import type { AuditProof } from './audit-reader.ts';
import { treeHash } from './audit-tree.ts';
import { leafHash, rootByInclusion } from './merkle.ts';

/** To which root a proof leads an entry's text, in base64: that of the head, or it proves nothing. Null for none at all. */
export function provenRoot(body: string, { index, size, path }: AuditProof): string | null {
  const root = rootByInclusion(leafHash(body), { index, size, path: path.map(treeHash) });
  return root?.toString('base64') ?? null;
}
