import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSealer } from './seal.ts';
import { parseSealingKeys } from './sealing-keys.ts';

const aKey = (id: string) => ({ id, key: randomBytes(32).toString('base64') });
const OLD = aKey('k1');
const NEW = aKey('k2');
const INDEX = aKey('i1');
const AT = { collection: 'workers', id: 'wkr_1', field: 'ID_NUMBER' };

const sealerWith = (...encryption: readonly unknown[]) =>
  createSealer(parseSealingKeys({ encryption, index: INDEX }, 'test'));

describe('sealing a value', () => {
  const sealer = sealerWith(OLD);

  it('gives back what was sealed, whatever it was, and never the same text twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const sealed = sealer.seal(AT, value);

        expect(sealed).toMatch(/^v1\.k1\.[\w-]{16}\.[\w-]*\.[\w-]{22}$/);
        expect(sealer.open(AT, sealed)).toBe(value.toWellFormed());
        expect(sealer.seal(AT, value)).not.toBe(sealed);
      }),
    );
  });

  it.each([
    { ...AT, id: 'wkr_2' },
    { ...AT, field: 'PHONE' },
    { ...AT, collection: 'others' },
  ])('does not open at another place: %o', (elsewhere) => {
    const sealed = sealer.seal(AT, '420581199001011234');

    expect(() => sealer.open(elsewhere, sealed)).toThrow();
  });

  it('does not open when any character of it changed', () => {
    const sealed = sealer.seal(AT, '420581199001011234');

    for (let at = 'v1.k1.'.length; at < sealed.length; at += 1) {
      const other = sealed[at] === 'A' ? 'Q' : 'A';
      const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
      // The last character of a part holds bits that decode to nothing: there another letter can be the same bytes.
      if (sealed[at] === '.' || sealed[at + 1] === '.' || at === sealed.length - 1) continue;
      expect(() => sealer.open(AT, changed)).toThrow();
    }
  });

  it('gives back bytes that are no text, at their place alone', () => {
    const bytes = randomBytes(300);
    const sealed = sealer.sealBytes(AT, bytes);

    expect(sealer.openBytes(AT, sealed).equals(bytes)).toBe(true);
    expect(sealed.includes(bytes)).toBe(false);
    expect(() => sealer.openBytes({ ...AT, id: 'wkr_2' }, sealed)).toThrow();
    expect(sealerWith(NEW, OLD).openBytes(AT, sealed).equals(bytes)).toBe(true);
    expect(() => sealerWith(NEW).openBytes(AT, sealed)).toThrow('no key opens workers/wkr_1/ID_NUMBER');
  });

  it('opens with the key that sealed, after a newer one took over', () => {
    const sealed = sealer.seal(AT, 'x');
    const rotated = sealerWith(NEW, OLD);

    expect(rotated.open(AT, sealed)).toBe('x');
    expect(rotated.seal(AT, 'x')).toMatch(/^v1\.k2\./);
    expect(() => sealerWith(NEW).open(AT, sealed)).toThrow('no key opens workers/wkr_1/ID_NUMBER');
  });

  it('indexes blindly: equal values meet, under the key of the index alone', () => {
    expect(sealer.blindIndex('a')).toBe(sealerWith(NEW).blindIndex('a'));
    expect(sealer.blindIndex('a')).not.toBe(sealer.blindIndex('b'));
  });
});

describe('sealing keys', () => {
  const zeros = { id: 'z', key: Buffer.alloc(32).toString('base64') };

  it.each([
    ['no key', { encryption: [], index: INDEX }],
    ['a short key', { encryption: [{ id: 'k', key: 'c2hvcnQ=' }], index: INDEX }],
    ['one id twice', { encryption: [OLD, { ...NEW, id: 'k1' }], index: INDEX }],
    ['one key for both', { encryption: [OLD], index: { ...OLD, id: 'i' } }],
    ['an id with a dot', { encryption: [{ ...OLD, id: 'k.1' }], index: INDEX }],
    ['no index key', { encryption: [OLD] }],
  ])('are refused with %s', (_what, content) => {
    expect(() => parseSealingKeys(content, 'test')).toThrow();
  });

  it('are refused in production when made for development or not random', () => {
    const development = { encryption: [{ ...OLD, development: true }], index: INDEX };
    const notRandom = { encryption: [zeros], index: INDEX };

    expect(() => parseSealingKeys(development, 'production')).toThrow('development');
    expect(() => parseSealingKeys(notRandom, 'production')).toThrow('not random');
    expect(() => parseSealingKeys(development, 'development')).not.toThrow();
    expect(() => parseSealingKeys({ encryption: [OLD], index: INDEX }, 'production')).not.toThrow();
  });
});
