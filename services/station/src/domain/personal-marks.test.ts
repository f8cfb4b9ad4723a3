import { describe, expect, it } from 'vitest';
import { personalMarksIn, refusePersonalMarks } from './personal-marks.ts';

describe('STA-12 text that everybody may read', () => {
  it.each([
    ['ID_NUMBER', '服务对象 420581195001011234'],
    ['ID_NUMBER', '４２０５８１１９５００１０１１２３Ｘ'],
    ['ID_NUMBER', '420581 19500101 123X'],
    ['ID_NUMBER', '420581500101123'],
    ['PHONE', '电话 138-1234-5678 联系'],
    ['PHONE', '+86 13812345678'],
    ['PHONE', '0717-4822222'],
    ['NAME_LABEL', '姓名:某某'],
    ['NAME_LABEL', 'Name: somebody'],
    ['NAME_LABEL', '探访张大爷'],
  ])('is found to carry %s in "%s"', (mark, text) => {
    expect(personalMarksIn(text)).toContain(mark);
  });

  it.each([
    '探访独居老人 12 人,开展安全教育',
    '2026-05-20 上午,参与 35 人,服务 3.5 小时',
    '链接资源 20000 元',
    'Group work with twelve children',
    '走访 420581104 枝城镇',
  ])('passes as "%s"', (text) => {
    expect(personalMarksIn(text)).toEqual([]);
  });

  it('is refused with what was found, without repeating it', () => {
    expect(() => refusePersonalMarks('电话:13812345678', 'note')).toThrow(
      expect.objectContaining({
        code: 'PERSONAL_MARKS_FOUND',
        details: { rule: 'STA-12', field: 'note', marks: ['PHONE', 'NAME_LABEL'] },
      }),
    );
  });
});
