import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REPOSITORY } from './places.ts';

/** Rights are nothing to root: it asks as somebody else. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

let checkout: string;
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'checkout 牵手 '));
  chmodSync(checkout, 0o755);
  mkdirSync(join(checkout, 'infra/local'), { recursive: true });
  for (const folder of ['services', 'packages', 'bin']) mkdirSync(join(checkout, folder));
  for (const file of ['run.mjs', 'types-stamp.mjs'])
    cpSync(join(REPOSITORY, 'infra/local', file), join(checkout, 'infra/local', file));
  writeFileSync(join(checkout, 'infra/local/hello.ts'), '');
  writeFileSync(join(checkout, 'pnpm-lock.yaml'), '');
});
afterEach(() => {
  chmodSync(checkout, 0o755);
  rmSync(checkout, { recursive: true, force: true });
});

const run = (command: string, { path = process.env['PATH'] ?? '' } = {}) =>
  spawnSync(process.execPath, [join(checkout, 'infra/local/run.mjs'), command], {
    encoding: 'utf8',
    env: { PATH: path },
    ...NOBODY,
  });

describe('the door of every command', () => {
  it('says whose checkout it is when it cannot install there, and what to do', () => {
    chmodSync(checkout, 0o555);

    const { status, stderr } = run('hello');

    expect(status).toBe(1);
    expect(stderr).toContain(`${checkout}/ cannot be written by`);
    expect(stderr).toMatch(/owner of this checkout[^]*folder of your own/);
    expect(stderr).not.toMatch(/at .*run\.mjs|--fresh/);
  });

  it('says that npx is missing', () => {
    chmodSync(checkout, 0o777);

    const { status, stderr } = run('hello', { path: join(checkout, 'bin') });

    expect([status, stderr]).toEqual([1, expect.stringContaining('npx could not be started')]);
  });

  it('names a command that there is not', () => {
    const { status, stderr } = run('hallo');

    expect([status, stderr]).toEqual([1, 'There is no command "hallo". Start with: npm start\n']);
  });
});
