import { describe, expect, it } from 'vitest';
import { requestWords } from './request-words.ts';

describe('what graphql-js says of a request', () => {
  it.each([
    'Variable "$code" of required type "RegionCode!" was not provided.',
    'Variable "$code" got invalid value 5; expected a string',
    'Variable "$input" got invalid value "x" at "input.kind"; Value "x" does not exist in "StationTier" enum.',
    'Cannot query field "nme" on type "Region".',
    'Field "station" argument "id" of type "ID!" is required, but it was not provided.',
    'Int cannot represent non-integer value: "5"',
    'Something that nobody has translated.',
  ])('is said in Chinese as well: %s', (en) => {
    const { zh } = requestWords(en);

    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(zh).not.toMatch(/\$\d|\{|undefined|was not|cannot represent|got invalid/);
  });

  it('says the reason of a scalar in the same language, and where it stands', () => {
    const reason = { en: 'expected a string', zh: '应为字符串' };

    expect(requestWords('Variable "$a" got invalid value 5 at "a.b"; expected a string', reason).zh).toBe(
      '变量“$a”的值 5 无效（位于 a.b）：应为字符串',
    );
  });

  it('takes nothing of a value for a place of its own', () => {
    expect(requestWords('Variable "$a" got invalid value "$1 {$2}"; expected a string').zh).toContain(
      '$1 {$2}',
    );
  });
});
