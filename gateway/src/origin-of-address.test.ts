import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { strangers } from './origin-of-address.ts';

const ringOf = (text: string) => {
  const signing = { id: text, secret: createSecretKey(Buffer.from(text.padEnd(32, '-'))) };
  return { signing, byId: new Map([[signing.id, signing]]) };
};
const from = strangers(new Map([['station', ringOf('one')]]));
const originOf = (address: string) => from(address).actor.origin;

describe('where a stranger comes from', () => {
  it('is the same for one address, and another for another', () => {
    expect(originOf('203.0.113.7')).toBe(originOf('::ffff:203.0.113.7'));
    expect(originOf('203.0.113.7')).toBe(originOf('::FFFF:cb00:7107'));
    expect(originOf('203.0.113.7')).not.toBe(originOf('203.0.113.8'));
    expect(originOf('::ffff:cb00:7107')).not.toBe(originOf('::ffff:cb00:7108'));
    expect(originOf('2001:db8::1')).toBe(originOf('2001:db8::2'));
  });

  it('says no address: without the key nobody finds it', () => {
    const elsewhere = strangers(new Map([['station', ringOf('two')]]));

    expect(originOf('203.0.113.7')).toMatch(/^[\w-]{22}$/);
    expect(elsewhere('203.0.113.7').actor.origin).not.toBe(originOf('203.0.113.7'));
  });
});
