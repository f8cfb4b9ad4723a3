import { describe, expect, it } from 'vitest';
import { namedLike, searchedName } from './name-search.ts';

describe('search by name', () => {
  it('keeps each character, each pair of neighbours and the first one, marked', () => {
    expect(searchedName('枝城 镇')).toEqual({
      key: '枝城镇',
      tokens: ['枝', '城', '镇', '枝城', '城镇', '^枝'],
    });
  });

  it('compares without case, width, spaces and signs', () => {
    expect(searchedName('Ａ·b（演示）').key).toBe('ab演示');
  });

  it('asks for pairs, and for a single character where no pair is given', () => {
    expect(namedLike({ contains: '城镇' })['search.tokens']).toMatchObject({ $all: ['城镇'] });
    expect(namedLike({ contains: '城' })['search.tokens']).toMatchObject({ $all: ['城'] });
    expect(namedLike({ startsWith: '枝城' })['search.tokens']).toMatchObject({ $all: ['^枝', '枝城'] });
  });

  it('asks nothing where nothing is given, and refuses what no name holds', () => {
    expect([namedLike(null), namedLike({}), namedLike({ contains: null })]).toEqual([{}, {}, {}]);
    expect(() => namedLike({ contains: ' ·' })).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });
});
