import { generateKeyPairSync } from 'node:crypto';
import { SERVICES } from '@qianshou/events';
import { describe, expect, it } from 'vitest';
import { parsePublicKeys, parseSigningKey } from './event-keys.ts';

const pair = generateKeyPairSync('ed25519');
const PRIVATE = pair.privateKey.export({ type: 'pkcs8', format: 'pem' });
const PUBLIC = pair.publicKey.export({ type: 'spki', format: 'pem' });
const RSA = generateKeyPairSync('rsa', { modulusLength: 2_048 });

const signing = (id: string, extra: object = {}) => ({ id, privateKey: PRIVATE, ...extra });
const publicOf = (extra: object = {}) =>
  Object.fromEntries(SERVICES.map((name) => [name, { keys: [{ id: 'k1', publicKey: PUBLIC, ...extra }] }]));

describe('keys that sign events', () => {
  it('are taken in the order of the file: the first signs', () => {
    expect(parseSigningKey({ keys: [signing('k2'), signing('k1')] }, 'production').id).toBe('k2');
  });

  it.each([
    ['no key', { keys: [] }],
    ['three keys', { keys: [signing('a'), signing('b'), signing('c')] }],
    ['one id twice', { keys: [signing('a'), signing('a')] }],
    [
      'a key of another kind',
      { keys: [signing('a', { privateKey: RSA.privateKey.export({ type: 'pkcs8', format: 'pem' }) })] },
    ],
    ['no key at all in it', { keys: [signing('a', { privateKey: 'secret' })] }],
  ])('are refused with %s', (_what, content) => {
    expect(() => parseSigningKey(content, 'test')).toThrow();
  });

  it('are refused in production when they were made for development, and so are the public ones', () => {
    const development = { development: true };

    expect(() => parseSigningKey({ keys: [signing('a', development)] }, 'production')).toThrow('development');
    expect(() => parsePublicKeys(publicOf(development), 'production')).toThrow('development');
    expect(parsePublicKeys(publicOf(), 'production').station.has('k1')).toBe(true);
  });

  it('are asked of every service', () => {
    const { training: _training, ...others } = publicOf();

    expect(() => parsePublicKeys(others, 'test')).toThrow(/training/);
  });
});
