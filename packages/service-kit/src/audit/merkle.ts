import { createHash } from 'node:crypto';

/** A SHA-256 of the tree. */
export type TreeHash = Buffer;

/** RFC 6962, 2.1: leaves and nodes are hashed apart, so that none can be taken for the other. */
export function leafHash(content: string | Uint8Array): TreeHash {
  return createHash('sha256').update(Uint8Array.of(0)).update(content).digest();
}

export function nodeHash(left: TreeHash, right: TreeHash): TreeHash {
  return createHash('sha256').update(Uint8Array.of(1)).update(left).update(right).digest();
}

export const EMPTY_ROOT: TreeHash = createHash('sha256').digest();

/** The root over hashes in order, be they of leaves or of whole subtrees of one size, the last perhaps smaller. */
export function rootOf(hashes: readonly TreeHash[]): TreeHash {
  const [only] = hashes;
  if (only === undefined) return EMPTY_ROOT;
  if (hashes.length === 1) return only;
  const split = largestPowerBelow(hashes.length);
  return nodeHash(rootOf(hashes.slice(0, split)), rootOf(hashes.slice(split)));
}

/** The largest power of two smaller than a number above 1: where RFC 6962 parts a tree. */
export function largestPowerBelow(size: number): number {
  return 2 ** (Math.ceil(Math.log2(size)) - 1);
}

/** The hash over the leaves `from <= index < to`. */
export type RangeHash = (from: number, to: number) => Promise<TreeHash>;

/** RFC 6962, 2.1.1: what a leaf's hash is combined with, nearest first, to give the root of the tree of `size`. */
export async function inclusionPath(
  index: number,
  size: number,
  hashOf: RangeHash,
): Promise<readonly TreeHash[]> {
  const path: TreeHash[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + largestPowerBelow(to - from);
    const left = index < middle;
    path.unshift(await (left ? hashOf(middle, to) : hashOf(from, middle)));
    [from, to] = left ? [from, middle] : [middle, to];
  }
  return path;
}

export interface Inclusion {
  readonly index: number;
  readonly size: number;
  readonly path: readonly TreeHash[];
}

/** The root that a leaf and its path give; null when the path fits no tree of that size. */
export function rootByInclusion(leaf: TreeHash, { index, size, path }: Inclusion): TreeHash | null {
  if (index < 0 || index >= size) return null;
  const sides: boolean[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + largestPowerBelow(to - from);
    const left = index < middle;
    sides.unshift(left);
    [from, to] = left ? [from, middle] : [middle, to];
  }
  if (sides.length !== path.length) return null;
  return path.reduce((hash, other, at) => (sides[at] ? nodeHash(hash, other) : nodeHash(other, hash)), leaf);
}

/** A tree that only grows. */
export interface GrowingTree {
  readonly size: () => number;
  /** The roots of its whole subtrees, largest first: with the size, all that is needed to go on. */
  readonly subtrees: () => readonly TreeHash[];
  readonly root: () => TreeHash;
  /** Returns the roots of the subtrees that the leaf completes: of 2 leaves, of 4, of 8 … */
  readonly add: (leaf: TreeHash) => readonly TreeHash[];
}

/** From the beginning, or from what was kept of one: a subtree for each binary one of its size. */
export function growingTree(from = 0, kept: readonly TreeHash[] = []): GrowingTree {
  let size = from;
  const subtrees = [...kept];
  return {
    size: () => size,
    subtrees: () => subtrees,
    root: () =>
      subtrees.length === 0 ? EMPTY_ROOT : subtrees.reduceRight((right, left) => nodeHash(left, right)),
    add: (leaf) => {
      const completed: TreeHash[] = [];
      let hash = leaf;
      for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
        const left = subtrees.pop();
        if (left === undefined) throw new Error('a tree without the subtrees of its size');
        hash = nodeHash(left, hash);
        completed.push(hash);
      }
      subtrees.push(hash);
      size += 1;
      return completed;
    },
  };
}
