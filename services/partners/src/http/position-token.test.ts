import { randomBytes } from 'node:crypto';
import { parseKeyRing } from '@qianshou/service-kit/identity';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionTokens } from './position-token.ts';

const key = (id: string) => ({ id, secret: randomBytes(32).toString('base64') });
const [old, fresh] = [key('a'), key('b')];
const ring = (...keys: readonly object[]) => parseKeyRing({ keys }, 'test');
const place = fc.record({
  epoch: fc.integer({ min: 1, max: 2 ** 47 }),
  seq: fc.integer({ min: 0, max: 2 ** 47 }),
});

describe('a position as partners hold it', () => {
  it('is read as it was written, also after its key was rotated', () => {
    fc.assert(
      fc.property(place, (written) => {
        const token = positionTokens(ring(old)).write(written);

        expect(positionTokens(ring(old)).read(token)).toEqual(written);
        expect(positionTokens(ring(fresh, old)).read(token)).toEqual(written);
        expect(positionTokens(ring(fresh)).read(token)).toBeNull();
      }),
    );
  });

  it('tells nothing of how much happened between two of them', () => {
    const { write } = positionTokens(ring(old));

    const [one = '', next = ''] = [1, 2].map((seq) => write({ epoch: 1, seq }));

    const same = [...one].filter((letter, position) => letter === next[position]).length;
    expect(same).toBeLessThan(10);
  });

  it.each(['', 'x', 'A'.repeat(22), 'A'.repeat(21), `${'A'.repeat(21)}=`, '../../etc', '牵'.repeat(22)])(
    'is none: "%s"',
    (text) => {
      expect(positionTokens(ring(old)).read(text)).toBeNull();
    },
  );
});
