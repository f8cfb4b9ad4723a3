import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar-date.ts';
import { documentOrNone, documentReference } from './document-reference.ts';

const SHA = 'a'.repeat(64);
const paper = {
  title: '验收照片',
  kind: 'PHOTO' as const,
  number: '宜民发〔2022〕12号',
  day: calendarDate('2022-03-01'),
  sha256: SHA.toUpperCase(),
  link: 'https://example.org/photo',
};

describe('a reference to a document', () => {
  it('says what it is, which bytes are meant and where they lie', () => {
    expect(documentReference(paper, 'evidence')).toEqual({ ...paper, sha256: SHA });
    expect(documentReference({ title: '协议', kind: 'AGREEMENT' }, 'evidence')).toEqual({
      title: '协议',
      kind: 'AGREEMENT',
      number: null,
      day: null,
      sha256: null,
      link: null,
    });
    expect(documentOrNone(null, 'evidence')).toBeNull();
  });

  it.each([
    [{ title: ' ' }, 'BAD_USER_INPUT'],
    [{ title: '张三 13812345678' }, 'PERSONAL_MARKS_FOUND'],
    [{ sha256: 'abc' }, 'BAD_USER_INPUT'],
    [{ sha256: `${SHA}0` }, 'BAD_USER_INPUT'],
    [{ sha256: 'g'.repeat(64) }, 'BAD_USER_INPUT'],
    [{ link: 'http://example.org' }, 'BAD_USER_INPUT'],
    [{ link: 'javascript:alert(1)' }, 'BAD_USER_INPUT'],
    [{ link: 'photo.jpg' }, 'BAD_USER_INPUT'],
  ])('refuses %j', (changes, code) => {
    expect(() => documentReference({ ...paper, ...changes }, 'evidence')).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
