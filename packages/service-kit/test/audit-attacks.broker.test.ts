import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditReader, exportAuditLog, headText, provenRoot, type ReadEntry } from '../src/audit/index.ts';
import { leafHash } from '../src/audit/merkle.ts';
import { outboxRows } from '../src/outbox/index.ts';
import { type AuditedThings, auditedThings, publicKeys } from './audited-things.ts';

let things: AuditedThings;
beforeAll(async () => {
  things = await auditedThings();
});
afterAll(() => things.drop());
beforeEach(() => things.empty());

/** What somebody with every right on the database might try, and what the check says of it. */
const ATTACKS: readonly (readonly [string, string, () => Promise<unknown>])[] = [
  ['edits a text', 'LEAF_DIFFERS', () => things.entries.updateOne({ index: 3 }, { $set: { body: '{}' } })],
  [
    'edits what questions are asked by',
    'FIELDS_DIFFER',
    () => things.entries.updateOne({ index: 3 }, { $set: { operation: 'nothing' } }),
  ],
  [
    'edits a text and its leaf',
    'ROOT_DIFFERS',
    async () => {
      const row = await things.entries.findOne({ index: 3 });
      const body = String(row?.body).replace('写错了', '没有事');
      const leaf = leafHash(body).toString('base64');
      await things.entries.updateOne({ index: 3 }, { $set: { body, leaf } });
    },
  ],
  ['deletes an entry', 'GAP', () => things.entries.deleteOne({ index: 4 })],
  [
    'deletes an entry and closes the gap',
    'TRUNCATED',
    async () => {
      await things.entries.deleteOne({ index: 4 });
      for (let index = 5; index < 20; index += 1)
        await things.entries.updateOne({ index }, { $set: { index: index - 1 } });
    },
  ],
  [
    'inserts an entry',
    'ROOT_DIFFERS',
    async () => {
      const [row] = await things.entries.find({ index: 4 }).toArray();
      if (row === undefined) throw new Error('there is none');
      for (let index = 19; index >= 5; index -= 1)
        await things.entries.updateOne({ index }, { $set: { index: index + 1 } });
      const body = row.body.replace(row._id, '00000000-0000-7000-8000-000000000000');
      const leaf = leafHash(body).toString('base64');
      const _id = '00000000-0000-7000-8000-000000000000';
      await things.entries.insertOne({ ...row, _id, index: 5, body, leaf });
    },
  ],
  [
    'changes the order',
    'ROOT_DIFFERS',
    async () => {
      await things.entries.updateOne({ index: 2 }, { $set: { index: 1_000_000 } });
      await things.entries.updateOne({ index: 3 }, { $set: { index: 2 } });
      await things.entries.updateOne({ index: 1_000_000 }, { $set: { index: 3 } });
    },
  ],
  ['cuts off the end', 'TRUNCATED', () => things.entries.deleteMany({ index: { $gte: 15 } })],
  [
    'puts an old head in the place of the last',
    'HEAD_OUT_OF_ORDER',
    async () => {
      const [first] = await things.heads.find().sort({ _id: 1 }).toArray();
      if (first === undefined) throw new Error('there is none');
      await things.heads.insertOne({ ...first, _id: 2 });
    },
  ],
  [
    'signs a head of its own',
    'HEAD_UNSIGNED',
    async () => {
      const [head] = await things.heads.find().toArray();
      if (head === undefined) throw new Error('there is none');
      const other = generateKeyPairSync('ed25519').privateKey;
      const text = Buffer.from(headText({ ...head, service: 'station' }));
      const signature = sign(null, text, other).toString('base64');
      await things.heads.updateOne({ _id: 1 }, { $set: { signature } });
    },
  ],
  [
    'puts in an entry of another service',
    'FOREIGN_SERVICE',
    async () => {
      const row = await things.entries.findOne({ index: 6 });
      const body = String(row?.body).replace('"service":"station"', '"service":"funding"');
      const leaf = leafHash(body).toString('base64');
      await things.entries.updateOne({ index: 6 }, { $set: { body, leaf } });
    },
  ],
  [
    'lets the tree go on from another state',
    'TREE_DIFFERS',
    () => things.tree.updateOne({ _id: 'tree' }, { $set: { subtrees: ['AAAA'] } }),
  ],
];

describe('who changes the audit log in the database', () => {
  it.each(ATTACKS)('and %s is found: %s', async (_attack, code, attack) => {
    await things.saveMany(20);
    await things.seal();
    expect((await things.verify()).fault).toBeNull();

    await attack();

    expect((await things.verify()).fault?.code).toBe(code);
  });

  it('and forks it, telling each witness another head that the true key signed, is found by the other one’s', async () => {
    await things.saveMany(20);
    await things.seal();
    const [told] = await things.heads.find().toArray();
    const { entries, tree, heads, blocks } = things;
    const forgotten = await entries.find({}).sort({ at: 1, _id: 1 }).limit(1).toArray();
    await entries.deleteOne({ _id: String(forgotten[0]?._id) });
    await things.saveMany(1);
    await entries.updateMany({}, { $set: { index: null, leaf: null } });
    for (const each of [tree, heads, blocks]) await each.deleteMany({});
    await outboxRows(things.connection).deleteMany({});
    await things.seal();
    const [fork] = await things.heads.find().toArray();

    expect([fork?.size, fork?.root === told?.root]).toEqual([20, false]);
    expect((await things.verify()).fault).toBeNull();
    expect((await things.verify([{ size: 20, root: String(told?.root) }])).fault).toEqual({
      code: 'WITNESS_DIFFERS',
      index: 20,
      id: null,
    });
  });

  it('and puts the log of one service in the place of another’s is found by its first head', async () => {
    await things.saveMany(20);
    await things.seal('funding');

    expect((await things.verify()).fault?.code).toBe('HEAD_UNSIGNED');
  });

  it('and shows a proof that is forged shows another root than the head’s', async () => {
    await things.saveMany(20);
    await things.seal();
    const reader = auditReader(things.connection, 'station')();
    const [row] = await things.entries.find({ index: 7 }).toArray();
    const [other] = await things.entries.find({ index: 8 }).toArray();
    const root = (await reader.head())?.root;
    const proof = await reader.proof({ index: 7 } as ReadEntry);
    if (row === undefined || other === undefined || proof === null) throw new Error('there is none');
    const { path } = proof;

    expect(provenRoot(row.body, proof)).toBe(root);
    for (const [body, forged] of [
      [other.body, proof],
      [row.body.replace('写错了', '没有事'), proof],
      [row.body, { ...proof, index: 8 }],
      [row.body, { ...proof, path: path.toReversed() }],
      [row.body, { ...proof, path: path.slice(1) }],
      [row.body, { ...proof, path: [...path, path[0] ?? ''] }],
    ] as const)
      expect(provenRoot(body, forged)).not.toBe(root);
  });

  it('and rebuilds the whole chain with the true key is found by whoever kept one head of before', async () => {
    await things.saveMany(20);
    await things.seal();
    const [kept] = await things.heads.find().toArray();
    const { entries, tree, heads, blocks } = things;
    await entries.deleteOne({ index: 4 });
    await entries.updateMany({}, { $set: { index: null, leaf: null } });
    for (const each of [tree, heads, blocks]) await each.deleteMany({});
    await outboxRows(things.connection).deleteMany({});
    await things.saveMany(5);
    await things.seal();

    expect((await things.verify()).fault).toBeNull();
    expect((await things.verify([{ size: 20, root: String(kept?.root) }])).fault?.code).toBe(
      'WITNESS_DIFFERS',
    );
  });
});

const VERIFIER = join(import.meta.dirname, '../../../docs/audit-verifier/verify.py');
const hasPython = spawnSync('python3', ['--version']).status === 0;

describe.skipIf(!hasPython)('the verifier that shares nothing with the platform', () => {
  async function exported(): Promise<string> {
    const lines: string[] = [];
    for await (const line of exportAuditLog(things.connection, 'station', publicKeys)) lines.push(line);
    return lines.join('\n');
  }

  function verified(content: string, ...options: string[]) {
    const file = join(mkdtempSync(join(tmpdir(), 'audit-')), 'station.jsonl');
    writeFileSync(file, content);
    const { status, stdout, stderr } = spawnSync('python3', [VERIFIER, file, ...options], {
      encoding: 'utf8',
    });
    return { status, said: stdout + stderr };
  }

  it('agrees with what was written, and with a head that was kept', async () => {
    await things.saveMany(300);
    await things.seal();
    const [head] = await things.heads.find().toArray();

    const { status, said } = verified(await exported(), '--head', '300', String(head?.root));

    expect(said).toMatch(/^whole: station, 300 entries, 1 signed heads/);
    expect(status).toBe(0);
  });

  it.each([
    ['a changed text', (content: string) => content.replace('importThings', 'otherThings')],
    ['a missing entry', (content: string) => content.split('\n').toSpliced(5, 1).join('\n')],
    [
      'a foreign signature',
      (content: string) => content.replace(/"signature":"[^"]{8}/, '"signature":"AAAAAAAA'),
    ],
    ['a head of another size', (content: string) => content.replace('"size":30', '"size":29')],
  ])('finds %s', async (_what, spoilt) => {
    await things.saveMany(30);
    await things.seal();

    const { status, said } = verified(spoilt(await exported()));

    expect(said).toMatch(/^NOT WHOLE/);
    expect(status).toBe(1);
  });
});
