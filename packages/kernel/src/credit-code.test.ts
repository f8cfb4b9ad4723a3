import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  creditCodeAsIssued,
  creditCodeCheck,
  isCreditCodeChecked,
  unifiedSocialCreditCode,
} from './credit-code.ts';

const malformed = expect.objectContaining({ code: 'BAD_USER_INPUT' });
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const body = fc
  .tuple(fc.constantFrom('5', '9'), fc.constantFrom('1', '2'), fc.integer({ min: 100_000, max: 999_999 }))
  .chain(([a, b, region]) =>
    fc
      .array(fc.constantFrom(...ALPHABET), { minLength: 9, maxLength: 9 })
      .map((rest) => `${a}${b}${region}${rest.join('')}`),
  );

describe('unified social credit codes', () => {
  it('accept the worked example of GB 32100-2015', () => {
    expect(unifiedSocialCreditCode('91350100M000100Y43')).toBe('91350100M000100Y43');
  });

  it('accept every body with its check character, and no other check character', () => {
    fc.assert(
      fc.property(body, (first17) => {
        const check = creditCodeCheck(first17);
        expect(unifiedSocialCreditCode(first17 + check)).toBe(first17 + check);
        const others = [...ALPHABET].filter((char) => char !== check);
        for (const wrong of others) expect(() => unifiedSocialCreditCode(first17 + wrong)).toThrow(malformed);
      }),
      { numRuns: 50 },
    );
  });

  it.each(['', '91350100m000100y43', '91350100M000100Y4', '91350100M000100Y431', 'I1350100M000100Y43'])(
    'refuse %j',
    (text) => {
      expect(() => unifiedSocialCreditCode(text)).toThrow(malformed);
    },
  );
});

describe('credit codes as they were issued', () => {
  it('may have a check character that does not fit, and no other shape', () => {
    expect(creditCodeAsIssued('523502030000000019')).toBe('523502030000000019');
    expect(isCreditCodeChecked('523502030000000019')).toBe(false);
    for (const raw of ['52350203000000001', 'I23502030000000019', '52350203000000001s'])
      expect(() => creditCodeAsIssued(raw)).toThrow(malformed);
  });

  it('are nobody’s ID number', () => {
    expect(() => creditCodeAsIssued('420581199003072312')).toThrow(malformed);
  });
});
