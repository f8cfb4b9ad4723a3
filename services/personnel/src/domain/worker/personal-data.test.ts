import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  birthYear,
  birthYearOf,
  idNumber,
  idNumberCheck,
  mask,
  maskNumber,
  personName,
  phone,
} from './personal-data.ts';

const VALID = '11010519491231002X';

describe('the check digit of GB 11643', () => {
  it('accepts the example of the standard, in either case of X', () => {
    expect(idNumber(VALID)).toBe(VALID);
    expect(idNumber(` ${VALID.toLowerCase()} `)).toBe(VALID);
  });

  it('refuses any other last character, and any one changed digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const digit = (Number(VALID[at]) + shift) % 10;
        const changed = `${VALID.slice(0, at)}${digit}${VALID.slice(at + 1)}`;

        expect(idNumberCheck(changed.slice(0, 17))).not.toBe('X');
        expect(() => idNumber(changed)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
      }),
    );
  });

  it.each([
    '',
    '1101051949123100',
    '110105194913310026',
    'not-a-number-at-all',
    `${VALID}1`,
    '1'.repeat(1000),
  ])('refuses %s without repeating it', (raw) => {
    const attempt = () => idNumber(raw);

    expect(attempt).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
    expect(attempt).toThrow(expect.not.objectContaining({ message: expect.stringContaining('110105') }));
  });

  it('refuses a birth before 1900 without repeating it', () => {
    const digits = '42058118991231123';
    const attempt = () => idNumber(`${digits}${idNumberCheck(digits)}`);

    expect(attempt).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
    expect(attempt).not.toThrow(/1899/);
    expect(() => birthYear(1899)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
    expect(birthYear(1900)).toBe(1900);
  });

  it('tells the year of birth', () => {
    expect(birthYearOf(idNumber(VALID))).toBe(1949);
  });
});

describe('PER-16 masking', () => {
  it.each(['420581199001011234', '13900001234', 'X'])(
    'shows of %s at most the last two, and none beside a year',
    (raw) => {
      expect(maskNumber(raw, false)).toMatch(/^\**..?$/);
      expect(maskNumber(raw, true)).toBe('*'.repeat(raw.length));
      expect(maskNumber(raw, false)).toHaveLength(raw.length);
    },
  );

  it('leaves the family name alone, whatever the length', () => {
    expect(mask('NAME', '张三', false)).toBe('张*');
    expect(mask('NAME', '张小三四', true)).toBe('张*');
  });
});

describe('what a person gives', () => {
  it('is a mobile number with or without blanks', () => {
    expect(phone('139 0000-1234')).toBe('13900001234');
    expect(() => phone('0717-4822222')).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  it('is a name without control characters, of fifty characters at most', () => {
    expect(personName(' 张三 ')).toBe('张三');
    expect(() => personName('张\u0000三')).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
    expect(() => personName('张'.repeat(51))).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });
});
