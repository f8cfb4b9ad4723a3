import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokerAccess } from './broker-access.ts';

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qianshou-access-'));
  file = join(folder, 'secret');
  writeFileSync(file, 'a secret\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the way to the broker', () => {
  it("is open and plain when nothing is set, as on a developer's machine", () => {
    expect(brokerAccess({ KAFKA_TLS: 'false', KAFKA_SASL_MECHANISM: 'scram-sha-512' })).toEqual({});
  });

  it('takes a user with the password in a file, over TLS with an authority of its own', () => {
    const settings = {
      KAFKA_USERNAME: 'station',
      KAFKA_PASSWORD_FILE: file,
      KAFKA_TLS: 'true',
      KAFKA_CA_FILE: file,
    } as const;

    expect(brokerAccess(settings)).toEqual({
      sasl: { mechanism: 'scram-sha-512', username: 'station', password: 'a secret' },
      ssl: { ca: 'a secret\n' },
    });
  });

  it('trusts the usual authorities where none is named, as with a managed broker', () => {
    expect(brokerAccess({ KAFKA_TLS: 'true' })).toEqual({ ssl: true });
  });

  it.each([
    ['a user without a password', { KAFKA_USERNAME: 'station' }, /belong together/],
    ['a certificate without TLS', { KAFKA_CA_FILE: '/x' }, /KAFKA_TLS=true/],
    ['a certificate without its key', { KAFKA_TLS: 'true', KAFKA_CERT_FILE: '/x' }, /belong together/],
    [
      'a file that is not there',
      { KAFKA_TLS: 'true', KAFKA_CA_FILE: '/no/such/file' },
      /KAFKA_CA_FILE: .*ENOENT/,
    ],
  ] as const)('is refused with %s', (_what, settings, message) => {
    expect(() => brokerAccess(settings)).toThrow(message);
  });

  it('shows no password to the network', () => {
    const plain = { KAFKA_USERNAME: 'a', KAFKA_PASSWORD_FILE: file, KAFKA_SASL_MECHANISM: 'plain' } as const;

    expect(() => brokerAccess(plain)).toThrow(/plain/);
    expect(brokerAccess({ ...plain, KAFKA_TLS: 'true' }).sasl).toMatchObject({ mechanism: 'plain' });
  });
});
