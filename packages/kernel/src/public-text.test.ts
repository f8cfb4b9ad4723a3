import { describe, expect, it } from 'vitest';
import { publicLink, publicText } from './public-text.ts';

describe('STA-12 text for everybody', () => {
  it('is refused with what was found, without repeating it', () => {
    expect(() => publicText('电话:13812345678', 'note')).toThrow(
      expect.objectContaining({
        code: 'PERSONAL_MARKS_FOUND',
        details: { rule: 'STA-12', field: 'note', marks: ['PHONE', 'NAME_LABEL'] },
      }),
    );
  });

  it('is trimmed, and refused where it is no usable text at all', () => {
    expect(publicText(' 演示 ', 'title')).toBe('演示');
    expect(() => publicText('', 'title')).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  it.each([
    'https://example.org/p?tel=13812345678',
    'https://example.org/%E6%8E%A2%E8%AE%BF%E5%BC%A0%E5%A4%A7%E7%88%B7',
  ])('names nobody in a link either: %s', (link) => {
    expect(() => publicLink(link, 'evidenceUrls')).toThrow(
      expect.objectContaining({ code: 'PERSONAL_MARKS_FOUND' }),
    );
  });

  it('takes the link of a page with days and numbers in it', () => {
    const link = 'http://jinan.dzwww.com/ztzh/zxzx_160280/202109/t20210922_9189677.htm';
    expect(publicLink(link, 'sourceUrl')).toBe(link);
  });
});
