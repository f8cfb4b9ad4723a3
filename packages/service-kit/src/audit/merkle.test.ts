import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_ROOT,
  growingTree,
  inclusionPath,
  leafHash,
  type RangeHash,
  rootByInclusion,
  rootOf,
  type TreeHash,
} from './merkle.ts';

/** The inputs and roots that the authors of RFC 6962 publish with their implementation. */
const INPUTS = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'));

const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const leaves = INPUTS.map((input) => leafHash(input));

const over =
  (hashes: readonly TreeHash[]): RangeHash =>
  async (from, to) =>
    rootOf(hashes.slice(from, to));

describe('RFC 6962, section 2.1', () => {
  it('gives the published roots for one to eight leaves', () => {
    expect(leaves.map((_leaf, at) => rootOf(leaves.slice(0, at + 1)).toString('hex'))).toEqual(ROOTS);
  });

  it('begins with the hash of nothing', () => {
    expect(EMPTY_ROOT.toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(growingTree().root()).toEqual(EMPTY_ROOT);
  });

  it('gives the published path of the sixth of eight leaves', async () => {
    const path = await inclusionPath(5, 8, over(leaves));
    expect(path.map((hash) => hash.toString('hex'))).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });
});

const someLeaves = fc
  .array(fc.string(), { minLength: 1, maxLength: 70 })
  .map((texts) => texts.map((text) => leafHash(text)));

describe('a growing tree', () => {
  it('has at every size the root over all its leaves, also when it goes on from what was kept', () => {
    fc.assert(
      fc.property(someLeaves, fc.nat(69), (hashes, cut) => {
        const before = growingTree();
        hashes.slice(0, cut).forEach((leaf) => before.add(leaf));
        const after = growingTree(before.size(), before.subtrees());
        hashes.slice(cut).forEach((leaf) => after.add(leaf));
        expect(after.root()).toEqual(rootOf(hashes));
      }),
    );
  });

  it('holds a leaf by its path, and no other leaf, place or size', async () => {
    await fc.assert(
      fc.asyncProperty(someLeaves, fc.nat(), async (hashes, some) => {
        const index = some % hashes.length;
        const leaf = hashes[index] ?? EMPTY_ROOT;
        const path = await inclusionPath(index, hashes.length, over(hashes));
        const root = rootOf(hashes);
        expect(rootByInclusion(leaf, { index, size: hashes.length, path })).toEqual(root);
        expect(
          rootByInclusion(leafHash(Buffer.concat([leaf, leaf])), { index, size: hashes.length, path }),
        ).not.toEqual(root);
        expect(rootByInclusion(leaf, { index: hashes.length, size: hashes.length, path })).toBeNull();
        if (path.length > 0)
          expect(rootByInclusion(leaf, { index, size: hashes.length, path: path.slice(1) })).toBeNull();
      }),
    );
  });
});
