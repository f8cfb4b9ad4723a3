import { parseValue } from 'graphql';
import { describe, expect, it } from 'vitest';
import { scalarResolvers } from './scalars.ts';

const { Date: Day, DateTime, Fen, PageSize, RegionCode, UnifiedSocialCreditCode } = scalarResolvers;
const malformed = expect.objectContaining({
  extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }),
});

describe('scalars', () => {
  it.each([
    [RegionCode, '420581'],
    [Day, '2026-02-28'],
    [Fen, '220000000'],
    [Fen, '1'],
    [Fen, '1000000000000000'],
    [UnifiedSocialCreditCode, '91350100M000100Y43'],
    [PageSize, 100],
    [DateTime, '2026-11-23T16:00:00+08:00'],
  ])('%s reads %j the same as a variable and as a literal', (scalar, value) => {
    const literal = parseValue(typeof value === 'number' ? String(value) : `"${value}"`);

    expect(scalar.parseLiteral(literal)).toEqual(scalar.parseValue(value));
  });

  it.each([
    [RegionCode, 420_581],
    [RegionCode, '999999'],
    [Day, '2026-02-30'],
    [Fen, 5],
    [Fen, '-5'],
    [Fen, '1.5'],
    [Fen, '0'],
    [Fen, '1000000000000001'],
    [Fen, '9223372036854775807'],
    [PageSize, 0],
    [PageSize, 101],
    [PageSize, '20'],
    [DateTime, '2026-11-23'],
    [DateTime, '2026-13-01T00:00:00Z'],
    [UnifiedSocialCreditCode, { $ne: '' }],
  ])('%s refuses %j', (scalar, value) => {
    expect(() => scalar.parseValue(value)).toThrow(malformed);
  });

  it('write bigints as text and moments in UTC', () => {
    expect(Fen.serialize(220_000_000n)).toBe('220000000');
    expect(DateTime.serialize(new Date('2026-11-23T16:00:00+08:00'))).toBe('2026-11-23T08:00:00.000Z');
  });
});
