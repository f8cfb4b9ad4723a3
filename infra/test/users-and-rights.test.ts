import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SERVICES, TOPICS } from '@qianshou/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callsOfScript } from './secured-servers.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'users and rights '));
  for (const service of SERVICES) writeFileSync(join(folder, `kafka-${service}-password`), 'secret\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the script of users and rights', () => {
  it('makes the topics as the services would', async () => {
    const { topics, users } = await callsOfScript(folder);
    const after = (args: readonly string[], option: string) => args[args.indexOf(option) + 1];

    expect(topics.map((args) => [after(args, '--topic'), after(args, '--partitions')])).toEqual(
      TOPICS.map(({ name, partitions }) => [name, `${partitions}`]),
    );
    expect(topics.every((args) => args.includes('retention.ms=-1'))).toBe(true);
    expect(topics.every((args) => args.includes('min.insync.replicas=2'))).toBe(true);
    expect(users.map((args) => after(args, '--entity-name'))).toEqual(
      SERVICES.map((service) => `qianshou-${service}`),
    );
  });
});
