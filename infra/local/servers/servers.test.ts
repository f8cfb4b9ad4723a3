import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cachedFolder } from './cached-folder.ts';
import { javaMajor } from './kafka-launch.ts';
import { kafkaProperties } from './kafka-properties.ts';
import { databaseUri } from './mongod.ts';
import { identify, isAlive, parseStat } from './process-identity.ts';
import { isLeftover, type ProcessRecord } from './process-records.ts';

describe('the identity of a process', () => {
  it('reads the start time after a program name with spaces and parentheses', () => {
    const fields = ['S', ...Array.from({ length: 18 }, (_, index) => `${index}`), '168797', '9'];

    expect(parseStat(`42 (a (b) c) ${fields.join(' ')}`)).toBe('168797');
  });

  it('takes a zombie for dead', () => {
    expect(parseStat('42 (node) Z 1 2 3')).toBeNull();
  });

  it('knows a living process, and not another one under the same number', () => {
    const self = identify(process.pid);

    expect(self !== null && isAlive(self)).toBe(true);
    expect(isAlive({ pid: process.pid, startedAt: 'another boot:1' })).toBe(false);
  });
});

describe('a leftover of an earlier run', () => {
  const record: ProcessRecord = {
    name: 'mongod',
    pid: 10,
    startedAt: 'boot:1',
    command: 'mongod',
    owner: { pid: 9, startedAt: 'boot:0' },
  };

  it('is a living process whose owner is dead', () => {
    expect(isLeftover(record, ({ pid }) => pid === 10)).toBe(true);
  });

  it('is not a process of a run that still lives', () => {
    expect(isLeftover(record, () => true)).toBe(false);
  });

  it('is not a process that is dead itself', () => {
    expect(isLeftover(record, () => false)).toBe(false);
  });
});

describe('a kept download', () => {
  let cache: string;
  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), 'qianshou-cache-'));
    vi.stubEnv('QIANSHOU_CACHE', cache);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(cache, { recursive: true });
  });

  const fetchOnce = (times: { count: number }) => ({
    name: 'thing',
    fetch: async (folder: string) => {
      times.count += 1;
      writeFileSync(join(folder, 'file'), 'whole');
    },
  });

  it('is fetched once', async () => {
    const times = { count: 0 };

    await cachedFolder(fetchOnce(times));
    await cachedFolder(fetchOnce(times));

    expect(times.count).toBe(1);
  });

  it('is fetched again when a file of it was cut', async () => {
    const times = { count: 0 };
    const folder = await cachedFolder(fetchOnce(times));
    writeFileSync(join(folder, 'file'), 'wh');

    await cachedFolder(fetchOnce(times));

    expect(times.count).toBe(2);
  });

  it('leaves nothing behind when the download fails', async () => {
    const failing = {
      name: 'thing',
      fetch: async (folder: string) => {
        writeFileSync(join(folder, 'file'), 'wh');
        throw new Error('cut');
      },
    };

    await expect(cachedFolder(failing)).rejects.toThrow('cut');

    const times = { count: 0 };
    await cachedFolder(fetchOnce(times));
    expect(times.count).toBe(1);
  });
});

describe('the version of Java', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['java version "1.8.0_392"', 8],
    ['openjdk version "25" 2025-09-16', 25],
    ['', 0],
  ])('of %s is %i', (output, major) => {
    expect(javaMajor(output)).toBe(major);
  });
});

describe('naming a database in a connection string', () => {
  it.each([
    ['mongodb://127.0.0.1:27017/?replicaSet=rs0', 'mongodb://127.0.0.1:27017/db?replicaSet=rs0'],
    ['mongodb://a:1,b:2/other?replicaSet=rs0', 'mongodb://a:1,b:2/db?replicaSet=rs0'],
    ['mongodb+srv://user:word@host', 'mongodb+srv://user:word@host/db'],
  ])('%s becomes %s', (uri, expected) => {
    expect(databaseUri(uri, 'db')).toBe(expected);
  });
});

describe('the properties of the broker', () => {
  it('name a folder of any name so that Java reads the same', () => {
    const written = kafkaProperties('/home/牵 手', { broker: 1, controller: 2 });

    expect(written).toContain('log.dirs=/home/\\u7275 \\u624b/data\n');
    expect(written).toMatch(/^[\x20-\x7e\n]*$/);
  });
});
