import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Connection } from '@qianshou/service-kit/mongo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rm } from 'node:fs/promises';
import { type Mongod, runCommand, serversFolder, startMongod } from '../servers/index.ts';
import { connectToService } from '../service-database.ts';

const COMMAND = join(import.meta.dirname, '..', 'mend.ts');
const HIDDEN = '\uFF08\u5DF2\u9690\u53BB\u4E2A\u4EBA\u4FE1\u606F\uFF09';

interface Row {
  readonly _id: string;
  readonly version: number;
}

let dir: string;
let mongod: Mongod;
let connection: Connection;

const run = (...args: readonly string[]) =>
  runCommand('env', [`MONGODB_URI=${mongod.uri}`, process.execPath, COMMAND, ...args]);
const activities = () => connection.collection<Row & { note: string }>('support_activities');
const noteOf = async (id: string) => (await activities().findOne({ _id: id }))?.note;

beforeAll(async () => {
  dir = await serversFolder('qianshou-mend-');
  mongod = await startMongod({ dir });
  connection = await connectToService('pairing', 'test', { MONGODB_URI: mongod.uri });
});
afterAll(async () => {
  await connection.close();
  await mongod.kill9();
  await rm(dir, { recursive: true, force: true, maxRetries: 5 });
});

describe('npm run mend, of public texts that were taken before they were looked at', () => {
  const [marked, turned, right] = [randomUUID(), randomUUID(), randomUUID()];

  it('says with --dry-run what it would change, without what is personal, and changes nothing', async () => {
    await activities().insertMany([
      { _id: marked, version: 2, note: '\u8054\u7CFB\u7535\u8BDD 13812345678' },
      { _id: turned, version: 1, note: '\u202E\u5165\u6237\u8D70\u8BBF' },
      { _id: right, version: 1, note: '\u5165\u6237\u8D70\u8BBF' },
    ]);

    const { ok, output } = await run('pairing', '--dry-run');

    expect(ok).toBe(true);
    expect(output).toContain(marked);
    expect(output).toContain(turned);
    expect(output).not.toContain(right);
    expect(output).not.toContain('13812345678');
    expect(await noteOf(marked)).toContain('13812345678');
  });

  it('puts it right with --apply, each change with its entry in the audit log', async () => {
    const { ok } = await run('pairing', '--apply');

    expect(ok).toBe(true);
    expect(await noteOf(marked)).toBe(HIDDEN);
    expect(await noteOf(turned)).toBe('\u5165\u6237\u8D70\u8BBF');
    expect(await activities().findOne({ _id: marked })).toMatchObject({ version: 2 });
    const told = await connection.collection('audit').find().toArray();
    expect(told.map(({ operation }) => operation as string)).toEqual([
      'mend public-text',
      'mend public-text',
    ]);
    expect(JSON.stringify(told)).not.toContain('13812345678');
  });

  it('finds nothing when it is run again', async () => {
    const { output } = await run('pairing', '--apply');

    expect(output).toContain('pairing: nothing was left behind.');
  });

  it('asks which of the two is meant', async () => {
    const { ok, output } = await run('pairing');

    expect(ok).toBe(false);
    expect(output).toContain('--dry-run');
  });
});

describe('npm run mend, of names that were taken before their dots were one', () => {
  const id = `agy_${randomUUID()}`;
  const agencies = () => connection.collection<Row & { name: string }>('agencies');
  const nameOf = async () => (await agencies().findOne({ _id: id }))?.name;

  it('folds them as a name of today is folded, once, with an entry in the audit log', async () => {
    await agencies().insertOne({
      _id: id,
      version: 3,
      name: '\u963F\u51E1\u63D0\u2022\u5408\u4F5C\u200B\u793E',
    });
    const dry = await run('pairing', '--dry-run');
    const before = await nameOf();

    const { ok } = await run('pairing', '--apply');
    const again = await run('pairing', '--apply');

    expect(dry.output).toContain(id);
    expect(before).toContain('\u2022');
    expect(ok).toBe(true);
    expect(await nameOf()).toBe('\u963F\u51E1\u63D0\u00B7\u5408\u4F5C\u793E');
    expect(await connection.collection('audit').countDocuments({ operation: 'mend name' })).toBe(1);
    expect(again.output).toContain('pairing: nothing was left behind.');
  });

  it('leaves nothing of what it hides in what an object is searched by', async () => {
    const told = '\u5408\u4F5C\u793E 13812345678';
    const other = `agy_${randomUUID()}`;
    const search = { key: told.replace(' ', ''), tokens: [...told] };
    await agencies().insertOne({ _id: other, version: 1, name: told, search } as never);

    await run('pairing', '--apply');

    const mended = await connection.collection<Row & { search: object }>('agencies').findOne({ _id: other });
    expect(mended).toMatchObject({
      name: HIDDEN,
      search: { key: '\u5DF2\u9690\u53BB\u4E2A\u4EBA\u4FE1\u606F' },
    });
    expect(JSON.stringify(mended?.search)).not.toMatch(/\d/);
  });
});
