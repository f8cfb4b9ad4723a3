import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SERVICES } from '@qianshou/events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { portsFrom } from '../roster.ts';
import { identify } from '../servers/index.ts';
import { environmentOf, type Surroundings } from './environment.ts';
import { obstacle } from '../obstacles.ts';
import { ensureComposeSecrets } from './compose-secrets.ts';
import { patienceWithDeaths } from './deaths.ts';
import { ensureKeys } from './keys.ts';
import { journalFile, prepareRecords, storyIsOver } from './local-records.ts';
import { takeLock } from './lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qianshou-system-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the lock of a running system', () => {
  it('refuses a second start, and names the first', () => {
    const file = join(folder, 'start.lock');
    takeLock(file);

    expect(() => takeLock(file)).toThrow(`process ${process.pid}`);
  });

  it('can be taken again after it was released', () => {
    const file = join(folder, 'start.lock');
    takeLock(file)();

    takeLock(file)();
  });

  it.each([
    ['was killed', async () => JSON.stringify(await deadProcess())],
    ['has another process under its number now', async () => `{"pid":${process.pid},"startedAt":"x:1"}`],
    ['wrote nothing that can be read', async () => '{'],
  ])('does not stay when its holder %s', async (_why, left) => {
    const file = join(folder, 'start.lock');
    writeFileSync(file, await left());

    takeLock(file)();
  });
});

async function deadProcess(): Promise<unknown> {
  const child = spawn(process.execPath, ['--eval', 'setTimeout(() => {}, 60_000)']);
  const identity = identify(child.pid ?? 0);
  child.kill('SIGKILL');
  await new Promise((ended) => child.once('exit', ended));
  return identity;
}

describe('the local data', () => {
  const wishes = { fresh: false, story: true, foreign: false };
  const data = () => join(folder, 'mongod');
  const prepare = (changed: Partial<typeof wishes> = {}): void => {
    prepareRecords(folder, { ...wishes, ...changed });
  };

  it('stays when the story came to its end', () => {
    prepare();
    mkdirSync(data());
    storyIsOver(folder);

    prepare();

    expect(existsSync(data())).toBe(true);
  });

  it('stays when a story was interrupted, with how far it came; a start without it forgets that', () => {
    mkdirSync(data());
    writeFileSync(journalFile(folder), '');

    prepare();
    expect([existsSync(data()), existsSync(journalFile(folder))]).toEqual([true, true]);

    prepare({ story: false });
    expect([existsSync(data()), existsSync(journalFile(folder))]).toEqual([true, false]);
  });

  it('stays when a story is interrupted over data that was there before', () => {
    prepare({ story: false });
    mkdirSync(data());

    prepare();
    prepare();

    expect(existsSync(data())).toBe(true);
  });

  it('is wiped when that is asked for, keys excepted', () => {
    mkdirSync(data());
    mkdirSync(join(folder, 'keys'));

    prepare({ fresh: true });

    expect([existsSync(data()), existsSync(join(folder, 'keys'))]).toEqual([false, true]);
  });

  it('is not ours to wipe on a server of others', () => {
    expect(() => prepare({ fresh: true, foreign: true })).toThrow(/MONGODB_URI/);
  });
});

describe('the keys of the local system', () => {
  it('are the same after a restart', () => {
    const { ofGateway, personalData } = ensureKeys(folder);
    const first = [ofGateway, personalData].map((file) => readFileSync(file, 'utf8'));

    ensureKeys(folder);

    expect([ofGateway, personalData].map((file) => readFileSync(file, 'utf8'))).toEqual(first);
  });

  it('are 32 bytes, one for each subgraph, and for their owner alone', () => {
    const { ofGateway, ofService } = ensureKeys(folder);
    const all = JSON.parse(readFileSync(ofGateway, 'utf8')) as Record<string, { keys: { secret: string }[] }>;

    const secrets = Object.values(all).flatMap(({ keys }) => keys.map(({ secret }) => secret));
    expect(new Set(secrets).size).toBe(SERVICES.length);
    expect(secrets.map((secret) => Buffer.from(secret, 'base64').length)).toEqual(SERVICES.map(() => 32));
    expect(statSync(ofService.station).mode & 0o777).toBe(0o600);
  });
});

describe('a process that ends although nobody asked it to', () => {
  it('is started again, until it has died five times within two minutes', () => {
    let now = 0;
    const mayComeBack = patienceWithDeaths(() => now);

    const quick = [1, 2, 3, 4, 5].map(() => mayComeBack());
    now = 121_000;

    expect(quick).toEqual([true, true, true, true, false]);
    expect(mayComeBack()).toBe(true);
  });
});

describe('the secrets for compose', () => {
  const jwks = () => join(folder, 'demo-jwks.json');
  const own = ['jwks.json', 'station.json', 'funding-database.env', 'mongodb-root-password', 'kafka-ca.pem'];

  it("keep what exists: an operator's own keys, issuer and connections", async () => {
    writeFileSync(jwks(), '{"keys":[]}');
    for (const file of own) writeFileSync(join(folder, file), '"own"');

    await ensureComposeSecrets(folder, jwks());
    await ensureComposeSecrets(folder, jwks());

    expect(own.map((file) => readFileSync(join(folder, file), 'utf8'))).toEqual(own.map(() => '"own"'));
    const gateway = JSON.parse(readFileSync(join(folder, 'gateway.json'), 'utf8')) as Record<string, unknown>;
    expect(gateway['station']).toBe('own');
  });
});

describe('what stands in the way', () => {
  const failing = (code: string) => Object.assign(new Error(code), { code, path: join(folder, 'x') });

  it.each([
    ['EACCES', /owner/],
    ['EROFS', /only be read/],
    ['ENOSPC', /full/],
  ])('is named with a remedy that loses no data: %s', (code, named) => {
    const told = String(obstacle(failing(code)));

    expect(told).toMatch(named);
    expect(told).toContain(folder);
    expect(told).not.toContain('--fresh');
  });

  it('is left as it is when it is none', () => {
    const bug = new TypeError('x is not a function');

    expect(obstacle(bug)).toBe(bug);
  });
});

describe('the environment of a process', () => {
  const around = (): Surroundings => ({
    ports: portsFrom(),
    mongodbUri: 'mongodb://127.0.0.1:27117/?replicaSet=rs0',
    kafkaBrokers: '127.0.0.1:19092',
    keys: ensureKeys(folder),
    jwksFile: 'jwks.json',
    folder,
  });

  it('names the database of the service', () => {
    expect(environmentOf('training', around())['MONGODB_URI']).toBe(
      'mongodb://127.0.0.1:27117/qianshou_training?replicaSet=rs0',
    );
  });

  it('gives the keys of personal data to personnel alone', () => {
    const holders = SERVICES.filter((name) => 'PERSONAL_DATA_KEYS_FILE' in environmentOf(name, around()));

    expect(holders).toEqual(['personnel']);
  });

  it('gives the gateway no database and no broker', () => {
    expect(environmentOf('gateway', around())).not.toHaveProperty('MONGODB_URI');
    expect(environmentOf('gateway', around())).not.toHaveProperty('KAFKA_BROKERS');
  });
});
