import type { Connection } from 'mongoose';
import { auditRows } from './audit-rows.ts';
import { type GrowingTree, growingTree, type RangeHash, rootOf, type TreeHash } from './merkle.ts';

/** What is needed to go on with the tree. One document. */
export interface TreeRow {
  readonly _id: 'tree';
  /** The id under which the log is told to others. */
  readonly logId: string;
  readonly size: number;
  /** Base64, largest subtree first. */
  readonly subtrees: readonly string[];
}

/** The root of a whole block of 256 leaves, or of 256 such blocks: a path through a large tree reads few of them. */
export interface BlockRow {
  /** `1/7`: the eighth block of 256 leaves. */
  readonly _id: string;
  readonly level: number;
  readonly block: number;
  readonly hash: string;
}

/** What the service says of its tree, signed. */
export interface AuditHead {
  /** Counts the heads of a service from 1. */
  readonly _id: number;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  readonly at: Date;
  readonly keyId: string;
  /** Ed25519 over the head's text, base64. */
  readonly signature: string;
}

export const TREE = 'audit_tree';
export const BLOCKS = 'audit_blocks';
export const HEADS = 'audit_heads';

const BLOCK = 256;
const BLOCK_BITS = 8;

export function auditCollections(connection: Connection) {
  return {
    entries: auditRows(connection),
    tree: connection.collection<TreeRow>(TREE),
    blocks: connection.collection<BlockRow>(BLOCKS),
    heads: connection.collection<AuditHead>(HEADS),
  };
}

export function treeOf(row: TreeRow | null): GrowingTree {
  return row === null ? growingTree() : growingTree(row.size, row.subtrees.map(treeHash));
}

/** The rows of the blocks that a leaf completes. */
export function blocksCompleted(size: number, completed: readonly TreeHash[]): readonly BlockRow[] {
  return completed.flatMap((hash, at) => {
    const level = (at + 1) / BLOCK_BITS;
    if (!Number.isInteger(level)) return [];
    const block = size / BLOCK ** level - 1;
    return [{ _id: `${level}/${block}`, level, block, hash: hash.toString('base64') }];
  });
}

/** Hashes over ranges of the leaves, as RFC 6962 cuts them: each from at most 256 rows a level. */
export function storedRanges(connection: Connection): RangeHash {
  const range: RangeHash = async (from, to) => {
    const level = levelFor(to - from);
    const step = BLOCK ** level;
    const whole = Math.floor((to - from) / step);
    const hashes = await hashesOf(connection, level, from / step, whole);
    const rest = from + whole * step;
    return rootOf(rest === to ? hashes : [...hashes, await range(rest, to)]);
  };
  return range;
}

/** Leaves up to 256, blocks of 256 up to 65,536, and blocks of 65,536 beyond. */
function levelFor(leaves: number): number {
  return [BLOCK, BLOCK ** 2].filter((most) => leaves > most).length;
}

async function hashesOf(
  connection: Connection,
  level: number,
  first: number,
  count: number,
): Promise<readonly TreeHash[]> {
  const { entries, blocks } = auditCollections(connection);
  const range = { $gte: first, $lt: first + count };
  const rows =
    level === 0
      ? (
          await entries
            .find({ index: range }, { projection: { leaf: 1 } })
            .sort({ index: 1 })
            .toArray()
        ).map(({ leaf }) => leaf)
      : (await blocks.find({ level, block: range }).sort({ level: 1, block: 1 }).toArray()).map(
          ({ hash }) => hash,
        );
  if (rows.length !== count)
    throw new Error(`the audit log holds ${rows.length} of ${count} hashes from ${first} at level ${level}`);
  return rows.map((hash) => treeHash(hash ?? ''));
}

export function treeHash(hash: string): TreeHash {
  return Buffer.from(hash, 'base64');
}
