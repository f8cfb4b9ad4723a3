import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIdNumber, personalMarksIn } from './personal-marks.ts';

describe('STA-12 text that everybody may read', () => {
  it.each([
    ['ID_NUMBER', '服务对象 420581195001011235'],
    ['ID_NUMBER', '４２０５８１１９５００１０１１２３５'],
    ['ID_NUMBER', '420581 19500101 1235'],
    ['ID_NUMBER', '4 2 0 5 8 1 1 9 5 0 0 1 0 1 1 2 3 5'],
    ['ID_NUMBER', '420581\u200b195001011235'],
    ['ID_NUMBER', '2026-05-20 420581195001011235 走访'],
    ['ID_NUMBER', '四二〇五八一一九五〇〇一〇一一二三五'],
    ['ID_NUMBER', '٤٢٠٥٨١١٩٥٠٠١٠١١٢٣٥'],
    ['ID_NUMBER', '420581500101123'],
    ['PHONE', '张三家 电话13812345678'],
    ['PHONE', '电话 138-1234-5678 联系'],
    ['PHONE', '１３８ １２３４ ５６７８'],
    ['PHONE', '一三八一二三四五六七八'],
    ['PHONE', '+86 13812345678'],
    ['PHONE', '8613812345678'],
    ['PHONE', '0717-4822222'],
    ['NAME_LABEL', '姓名:某某'],
    ['NAME_LABEL', 'Name: somebody'],
    ['NAME_LABEL', '身份证 4205811234'],
    ['NAME_LABEL', '手机号:6543210'],
    ['NAME_LABEL', '探访张大爷'],
    ['NAME_LABEL', '慰问余奶奶'],
    ['NAME_LABEL', '李某某家庭'],
  ])('is found to carry %s in "%s"', (mark, text) => {
    expect(personalMarksIn(text)).toContain(mark);
  });

  it.each([
    '探访独居老人 12 人,开展安全教育',
    '2026-05-20 上午,参与 35 人,服务 3.5 小时',
    '链接资源 20000 元',
    'Group work with twelve children',
    '走访 420581104 枝城镇',
    '拨打热线 12345,报警电话 110,急救电话:120',
    '服务热线 400-820-8820,供电 95598',
    '老奶奶与小学同学结对,其余同学参观',
    '一周女士课堂,任何先生均可参加',
    '统一社会信用代码 52420581MJK3456789',
    '鄂发[2020]14号,宜民发〔2026〕105号',
    '合同编号 420581202405200002,金额 1380000.00 元',
    '项目名称:守望相助;project name: hand in hand',
    '办公电话见公示栏,某些村、某县',
    '2022-2025年,1,001-1,380 号段',
  ])('passes as "%s"', (text) => {
    expect(personalMarksIn(text)).toEqual([]);
  });

  it('finds a mobile number however it is parted and surrounded', () => {
    const parted = fc
      .tuple(
        fc.stringMatching(/^1[3-9]\d{9}$/),
        fc.array(fc.constantFrom('', '-', ' ', '.', '—', '\u200b'), { minLength: 10, maxLength: 10 }),
      )
      .map(([number, gaps]) => [...number].map((digit, at) => digit + (gaps[at] ?? '')).join(''));

    fc.assert(
      fc.property(parted, fc.constantFrom('', '请联系', 'ring '), (number, before) => {
        expect(personalMarksIn(`${before}${number}。`)).toContain('PHONE');
      }),
    );
  });

  it('finds none in an id', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(personalMarksIn(`文号 ${id}`)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('knows an ID number by its check digit: one of eleven endings', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), (serial) => {
        const stem = `42058119900101${String(serial).padStart(3, '0')}`;
        const endings = [...'0123456789X'].filter((ending) => isIdNumber(stem + ending));

        expect(endings).toHaveLength(1);
      }),
    );
  });
});
