import type { KeyObject } from 'node:crypto';
import type { ServiceName } from '@qianshou/events';
import type { Connection } from 'mongoose';
import { askedBy, type AuditRow, entryOf } from './audit-rows.ts';
import { type AuditHead, auditCollections, treeHash } from './audit-tree.ts';
import { canonicalJson } from './canonical-json.ts';
import { type GrowingTree, growingTree, leafHash } from './merkle.ts';
import { isSignedBy, type SaidOfHead } from './seal-log.ts';

/** The first thing that is wrong, and where. */
export interface AuditFault {
  readonly code:
    | 'GAP'
    | 'LEAF_DIFFERS'
    | 'FIELDS_DIFFER'
    | 'NOT_AN_ENTRY'
    | 'FOREIGN_SERVICE'
    | 'ROOT_DIFFERS'
    | 'HEAD_UNSIGNED'
    | 'HEAD_OUT_OF_ORDER'
    | 'TREE_DIFFERS'
    | 'TRUNCATED'
    | 'WITNESS_DIFFERS';
  /** Place of the entry in the tree, or the size that a head speaks of. */
  readonly index: number;
  readonly id: string | null;
}

export interface AuditVerdict {
  readonly entries: number;
  /** Not yet in the tree. */
  readonly waiting: number;
  readonly heads: number;
  readonly fault: AuditFault | null;
}

export interface Verification {
  readonly connection: Connection;
  readonly service: ServiceName;
  readonly publicKeys: ReadonlyMap<string, KeyObject>;
  /** Heads that others kept, from the events or from before: the tree must still have had these roots. */
  readonly witnessed?: readonly Pick<SaidOfHead, 'size' | 'root'>[];
  readonly onProgress?: (entries: number) => void;
}

/** Recomputes the whole tree from the texts of the entries, and holds every head and what others kept against it. */
export async function verifyAuditLog(verification: Verification): Promise<AuditVerdict> {
  const { entries, heads } = auditCollections(verification.connection);
  const signed = await heads.find().sort({ _id: 1 }).toArray();
  const waiting = await entries.countDocuments({ index: null });
  const tree = growingTree();
  const fault =
    headsFault(verification, signed) ??
    (await entriesFault(verification, tree, expectedRoots(verification, signed)));
  return {
    entries: tree.size(),
    waiting,
    heads: signed.length,
    fault: fault ?? (await treeFault(verification, tree)),
  };
}

function headsFault({ service, publicKeys }: Verification, heads: readonly AuditHead[]): AuditFault | null {
  for (const [at, head] of heads.entries()) {
    const place = { index: head.size, id: String(head._id) };
    if (!follows(head, at, heads[at - 1])) return { code: 'HEAD_OUT_OF_ORDER', ...place };
    const key = publicKeys.get(head.keyId);
    if (key === undefined || !isSignedBy(service, head, key)) return { code: 'HEAD_UNSIGNED', ...place };
  }
  return null;
}

function follows(head: AuditHead, at: number, before: AuditHead | undefined): boolean {
  if (before === undefined) return head._id === 1;
  return head._id === at + 1 && head.size > before.size && head.at >= before.at;
}

interface ExpectedRoot {
  readonly root: string;
  readonly code: 'ROOT_DIFFERS' | 'WITNESS_DIFFERS';
}

type ExpectedRoots = ReadonlyMap<number, readonly ExpectedRoot[]>;

function expectedRoots({ witnessed = [] }: Verification, heads: readonly AuditHead[]): ExpectedRoots {
  const all = [
    ...heads.map(({ size, root }) => ({ size, root, code: 'ROOT_DIFFERS' as const })),
    ...witnessed.map(({ size, root }) => ({ size, root, code: 'WITNESS_DIFFERS' as const })),
  ];
  return Map.groupBy(all, ({ size }) => size);
}

async function entriesFault(
  { connection, service, onProgress }: Verification,
  tree: GrowingTree,
  roots: ExpectedRoots,
): Promise<AuditFault | null> {
  const rows = auditCollections(connection)
    .entries.find({ index: { $gte: 0 } })
    .sort({ index: 1 })
    .batchSize(5_000);
  for await (const row of rows) {
    const code = rowFault(row, tree.size(), service);
    if (code !== null) return { code, index: tree.size(), id: row._id };
    tree.add(treeHash(row.leaf ?? ''));
    const broken = brokenRoot(tree, roots);
    if (broken !== null) return { code: broken.code, index: tree.size(), id: null };
    if (tree.size() % 10_000 === 0) onProgress?.(tree.size());
  }
  const largest = Math.max(0, ...roots.keys());
  return largest > tree.size() ? { code: 'TRUNCATED', index: tree.size(), id: null } : null;
}

function brokenRoot(tree: GrowingTree, roots: ExpectedRoots): ExpectedRoot | null {
  const expected = roots.get(tree.size());
  if (expected === undefined) return null;
  const root = tree.root().toString('base64');
  return expected.find((each) => each.root !== root) ?? null;
}

function rowFault(row: AuditRow, index: number, service: ServiceName): AuditFault['code'] | null {
  if (row.index !== index) return 'GAP';
  if (leafHash(row.body).toString('base64') !== row.leaf) return 'LEAF_DIFFERS';
  return textFault(row, service);
}

function textFault(row: AuditRow, service: ServiceName): AuditFault['code'] | null {
  try {
    const entry = entryOf(row.body);
    if (entry.service !== service) return 'FOREIGN_SERVICE';
    const { at, outcome, operation, subject, objectId, putsRight = askedBy(entry).putsRight } = row;
    const beside = { at, outcome, operation, subject, objectId, putsRight };
    const same = entry.id === row._id && canonicalJson(askedBy(entry)) === canonicalJson(beside);
    return same ? null : 'FIELDS_DIFFER';
  } catch {
    return 'NOT_AN_ENTRY';
  }
}

/** What the service would go on with. */
async function treeFault({ connection }: Verification, tree: GrowingTree): Promise<AuditFault | null> {
  const row = await auditCollections(connection).tree.findOne({ _id: 'tree' });
  const kept = row ?? { size: 0, subtrees: [] };
  const subtrees = tree.subtrees().map((hash) => hash.toString('base64'));
  const same = kept.size === tree.size() && canonicalJson(kept.subtrees) === canonicalJson(subtrees);
  if (same) return null;
  return { code: kept.size > tree.size() ? 'TRUNCATED' : 'TREE_DIFFERS', index: tree.size(), id: null };
}
