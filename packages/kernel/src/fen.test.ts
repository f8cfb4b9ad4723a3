import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFen, type Fen, parseAmount, parseFen } from './fen.ts';
import { yuan } from './yuan.ts';

const malformed = expect.objectContaining({ code: 'BAD_USER_INPUT' });

describe('fen', () => {
  it.each(['-1', '1.5', '1e3', '', ' 1', '01', '+1', '0x10', '99999999999999999999', '9223372036854775808'])(
    'refuse %j',
    (text) => {
      expect(() => parseFen(text)).toThrow(malformed);
    },
  );

  it('hold all of 64 bits', () => {
    expect(parseFen('9223372036854775807')).toBe(9_223_372_036_854_775_807n);
  });

  it('never overflow silently', () => {
    expect(() => addFen(parseFen('9223372036854775807'), parseFen('1'))).toThrow(malformed);
  });

  it.each([
    [220_000_000n, '2,200,000.00'],
    [0n, '0.00'],
    [5n, '0.05'],
    [-123_456n, '-1,234.56'],
  ])('%s are %s yuan', (amount, text) => {
    expect(yuan(amount as Fen)).toBe(text);
  });

  it('come back from text as they were', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 9_223_372_036_854_775_807n }), (amount) => {
        expect(parseFen(amount.toString())).toBe(amount);
      }),
    );
  });

  it('show no more and no less than they are', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (amount) => {
        expect(BigInt(yuan(amount as Fen).replaceAll(/[,.]/g, ''))).toBe(amount);
      }),
    );
  });

  it('is given as 1 to 10^15 fen', () => {
    expect(['1', '1000000000000000'].map((raw) => parseAmount(raw))).toEqual([1n, 1_000_000_000_000_000n]);
    for (const raw of ['0', '1000000000000001', '9223372036854775807']) {
      expect(() => parseAmount(raw)).toThrow(malformed);
    }
  });
});
