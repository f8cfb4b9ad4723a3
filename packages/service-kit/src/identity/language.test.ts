import { describe, expect, it } from 'vitest';
import { languageOf } from './language.ts';

describe('the language of the answer', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en-GB,zh;q=0.9', 'en'],
    ['de, zh;q=0.4, en;q=0.5', 'en'],
    ['zh;q=0, en;q=0.1', 'en'],
    ['fr', 'en'],
    ['ZH-hant', 'zh'],
    ['zh;q=x', 'zh'],
    [`${'zh,'.repeat(100)}zh`, 'en'],
  ])('of %j is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
