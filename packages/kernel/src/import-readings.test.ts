import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, oneOf, wholeNumber, yesOrNo } from './import-cells.ts';
import {
  CAPITAL_CODE,
  type CellReading,
  CODE,
  DAY,
  LIST,
  numberIn,
  readCell,
  termIn,
  type Terms,
  termsIn,
  YES_OR_NO,
} from './import-readings.ts';

const FORMS: Terms<'NGO' | 'COMPANY'> = {
  NGO: ['社会服务机构', '民办非企业单位', 'Private non-enterprise unit'],
  COMPANY: ['企业', 'Company'],
};
const FORM = termIn(FORMS, { NGO: ['民非'] });
const FORM_LIST = termsIn(FORMS, { NGO: ['民非'] });
const PEOPLE = numberIn('人', '人次');

const reads = (reading: CellReading | undefined) => (cell: string) => readCell(reading, cell);

describe('a day', () => {
  it.each([
    '2026年3月5日',
    '2026 年 03 月 05 日',
    '20260305',
    '2026-03-05 00:00:00',
    '2026/3/5 0:00',
    '2026年3月5日 12:30',
    '46086',
    '46086.5',
    '2026-3-5',
    '2026.03/05',
    '2026-03-04T16:00:00.000Z',
    '二〇二六年三月五日',
    '2026年3月5号',
    ' 2026—03—05 ',
  ])('is taken from %s', (cell) => {
    expect(dayOf(reads(DAY)(cell), 'day')).toBe('2026-03-05');
  });

  it.each(['2026-03-05', '2026/3/5', '2026.3.5'])('may be written %s, and is left so', (cell) => {
    expect(reads(DAY)(cell)).toBe(cell);
  });

  it.each(['05/03/2026', '26-3-5', '2026年3月', '20261345', '2026', '123', '去年', '2026-02-30'])(
    'is not guessed at from %s',
    (cell) => {
      expect(() => dayOf(reads(DAY)(cell), 'day')).toThrow(
        expect.objectContaining({ code: 'BAD_USER_INPUT' }),
      );
    },
  );

  it('of any form is the day that it was written from', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (at) => {
        const iso = at.toISOString().slice(0, 10);
        const [year = '', month = '', date = ''] = iso.split('-');
        const serial = Math.floor(at.getTime() / 86_400_000) + 25_569;
        for (const cell of [
          `${year}年${Number(month)}月${Number(date)}日`,
          `${year}${month}${date}`,
          `${iso} 00:00:00`,
          String(serial),
          wide(iso),
        ])
          expect(dayOf(reads(DAY)(cell), 'registeredOn')).toBe(iso);
      }),
    );
  });
});

function wide(text: string): string {
  return text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}

describe('a number', () => {
  it.each([
    ['10人', '10'],
    ['10', '10'],
    ['1,200 人次', '1200'],
    ['10.0', '10'],
    ['2.50', '2.5'],
    ['0.30000000000000004', '0.3'],
  ])('is taken from %s', (cell, number) => {
    expect(reads(PEOPLE)(cell)).toBe(number);
  });

  it.each(['12分钟', '约10人', '十人', '1,2', '10-12', '1万'])('is not guessed at from %s', (cell) => {
    expect(() => wholeNumber(reads(PEOPLE)(cell), 'persons')).toThrow();
  });

  it('of any width, grouped or with its unit, is the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (number) => {
        for (const cell of [
          String(number),
          number.toLocaleString('en'),
          wide(String(number)),
          `${number} 人`,
        ])
          expect(wholeNumber(reads(PEOPLE)(cell), 'persons')).toBe(number);
      }),
    );
  });
});

describe('yes and no', () => {
  it.each(['√', '✓', '是', '有', 'Y', 'TRUE', '1', 'yes', '对'])('%s is yes', (cell) => {
    expect(yesOrNo(reads(YES_OR_NO)(cell), 'can')).toBe(true);
  });
  it.each(['×', '✗', '否', '无', 'N', 'false', '0', '没有', '-'])('%s is no', (cell) => {
    expect(yesOrNo(reads(YES_OR_NO)(cell), 'can')).toBe(false);
  });
});

describe('a term', () => {
  it.each([
    'NGO',
    'ngo',
    '社会服务机构',
    '民办非企业单位',
    'Private non-enterprise unit',
    'private non enterprise unit',
  ])('%s is one of the set as it stands', (cell) => {
    expect(reads(FORM)(cell)).toBe(cell);
    expect(oneOf(FORMS)(cell, 'form')).toBe('NGO');
  });

  it('is read from what else people call it', () => {
    expect(reads(FORM)('民非')).toBe('社会服务机构');
    expect(reads(FORM)('\uFF2E\uFF27\uFF2F')).toBe('NGO');
    expect(reads(FORM)('个体户')).toBe('个体户');
    expect(reads(FORM)('/')).toBe('');
  });

  it.each([
    ['民非;企业', '社会服务机构;企业'],
    ['企业,民非', '企业;社会服务机构'],
    ['企业\uFF0C民非', '企业;社会服务机构'],
    ['企业\uFF1B社会服务机构', '企业\uFF1B社会服务机构'],
    ['企业;社会服务机构', '企业;社会服务机构'],
    ['企业、民办非企业单位', '企业、民办非企业单位'],
    ['企业', '企业'],
  ])('is one of several in %s', (cell, read) => {
    expect(reads(FORM_LIST)(cell)).toBe(read);
  });

  it('refuses another one in both languages, by what people call them', () => {
    expect(() => oneOf(FORMS)('个体户', 'form')).toThrow(
      expect.objectContaining({
        messages: {
          en: expect.stringContaining('Private non-enterprise unit, Company'),
          zh: expect.stringContaining('社会服务机构、企业'),
        },
      }),
    );
  });
});

describe('a code', () => {
  it.each([
    ['420581100', '420581100'],
    ['420 581 100', '420581100'],
    ["'420581100", '420581100'],
    ['420581100.0', '420581100'],
    ['\u200B420581100\u00A0', '420581100'],
    ['—', ''],
  ])('is taken from %j', (cell, code) => {
    expect(reads(CODE)(cell)).toBe(code);
  });

  it('of letters is written in capitals', () => {
    expect(reads(CAPITAL_CODE)('52420581mj0000001j')).toBe('52420581MJ0000001J');
  });
});

describe('any cell', () => {
  const READINGS = [undefined, DAY, PEOPLE, YES_OR_NO, FORM, FORM_LIST, CODE, CAPITAL_CODE, LIST];

  it('read once means the same when it is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...READINGS), (cell, reading) => {
        const once = reads(reading)(cell);
        expect(reads(reading)(once)).toBe(once);
      }),
    );
  });

  it('of text keeps its brackets and its full-width signs', () => {
    expect(reads(undefined)('演示\uFF08中心\uFF09\u200B')).toBe('演示\uFF08中心\uFF09');
  });
});
