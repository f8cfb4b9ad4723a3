import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadKeyRing, loadKeyRings, parseKeyRing } from './key-ring.ts';

const folder = mkdtempSync(join(tmpdir(), 'key-ring-'));

afterAll(() => rmSync(folder, { recursive: true }));

function aFile(content: string): string {
  const file = join(folder, `${randomBytes(6).toString('hex')}.json`);
  writeFileSync(file, content);
  return file;
}

const secret = (bytes = 32): string => randomBytes(bytes).toString('base64');
const keys = (...list: readonly object[]): string => JSON.stringify({ keys: list });

describe('a key ring', () => {
  it('signs with its first key and verifies with both', () => {
    const ring = loadKeyRing(
      aFile(keys({ id: 'new', secret: secret() }, { id: 'old', secret: secret() })),
      'production',
    );

    expect(ring.signing.id).toBe('new');
    expect([...ring.byId.keys()]).toEqual(['new', 'old']);
  });

  it.each([
    ['a key of 31 bytes', [{ id: 'k1', secret: secret(31) }]],
    ['a secret that is not base64', [{ id: 'k1', secret: '*'.repeat(60) }]],
    ['no key', []],
    ['three keys', ['a', 'b', 'c'].map((id) => ({ id, secret: secret() }))],
    ['two keys of one id', ['a', 'a'].map((id) => ({ id, secret: secret() }))],
    ['an id that cannot stand in a header', [{ id: 'k 1', secret: secret() }]],
    ['a property that nobody reads', [{ id: 'k1', secret: secret(), expires: 'never' }]],
  ])('is refused with %s', (_what, list) => {
    expect(() => parseKeyRing({ keys: list }, 'development')).toThrow();
  });

  it('is refused in production with a key marked for development, and only there', () => {
    const content = { keys: [{ id: 'k1', secret: secret(), development: true }] };

    expect(() => parseKeyRing(content, 'production')).toThrow('development');
    expect(parseKeyRing(content, 'development').signing.id).toBe('k1');
  });

  it('is refused in production with a secret that is not random', () => {
    const content = { keys: [{ id: 'k1', secret: Buffer.alloc(32, 7).toString('base64') }] };

    expect(() => parseKeyRing(content, 'production')).toThrow('not random');
  });

  it('is refused by a message that names the file and holds nothing of the secret', () => {
    const half = secret();
    const file = aFile(`{"keys":[{"id":"k1","secret":"${half}`);

    const load = (): unknown => loadKeyRing(file, 'development');

    expect(load).toThrow(file);
    expect(load).not.toThrow(half.slice(0, 8));
  });
});

describe("the gateway's key rings", () => {
  it('hold one ring for each subgraph', () => {
    const ring = { keys: [{ id: 'k1', secret: secret() }] };

    const rings = loadKeyRings(aFile(JSON.stringify({ pairing: ring, station: ring })), 'production');

    expect([...rings.keys()]).toEqual(['pairing', 'station']);
  });
});
