import { describe, expect, it } from 'vitest';
import { readFile } from '../../../test/reading-tables.ts';

const ROWS = [
  [2, '1', '演示一村'],
  [3, '2', '演示二村'],
];

describe('a table as people have it', () => {
  it('may have empty columns and empty rows at its end, and says how many rows', async () => {
    const { rows, findings, all } = await readFile('编码,名称,,\n1,演示一村,,\n2,演示二村,,\n,,,\n,,,\n');

    expect(rows).toEqual(ROWS);
    expect(findings).toEqual([[4, 'IMPORT_ROWS_EMPTY']]);
    expect(all[0]?.message).toMatchObject({ zh: expect.stringContaining('2 个空行') });
  });

  it('may have columns of its keeper, which are not read, and told', async () => {
    const { rows, all } = await readFile('序号,编码,名称,备 注\n1,1,演示一村,x\n2,2,演示二村,');

    expect(rows).toEqual(ROWS);
    expect(all.map(({ severity, code, value }) => [severity, code, value])).toEqual([
      ['NOTE', 'IMPORT_COLUMN_NOT_READ', '序号'],
      ['NOTE', 'IMPORT_COLUMN_NOT_READ', '备 注'],
    ]);
  });

  it.each(['colour', '联系电话', '面积(亩)', '面积(万平方米)'])(
    'is refused with the column %s, which means something else',
    async (heading) => {
      await expect(readFile(`编码,名称,${heading}\n1,村,x`)).rejects.toMatchObject({
        code: 'IMPORT_COLUMNS_WRONG',
        details: { unknown: [heading] },
        messages: { zh: expect.stringContaining(heading), en: expect.stringContaining(heading) },
      });
    },
  );

  it('may have titles above, and its rows keep the lines of the editor', async () => {
    const { rows, all } = await readFile('演示县社工站一览表,\n,\n编码,名称\n1,演示一村');

    expect(rows).toEqual([[4, '1', '演示一村']]);
    expect(all.find(({ code }) => code === 'IMPORT_LINE_LEFT_OUT')).toMatchObject({
      line: 1,
      severity: 'NOTE',
      value: '演示县社工站一览表',
    });
  });

  it.each([
    ['a second line translates the first', '编码,名称,面积\ncode,name,area\n1,村,9', 3],
    ['a second line divides the first', '编码,基本情况,\n,名称,面积\n1,村,9', 3],
    ['a first line groups the second', '编码,站点,\n,名称,面积\n1,村,9', 3],
  ])('may have two lines of headings, where %s', async (_what, file, line) => {
    const { rows, findings } = await readFile(file);

    expect(rows).toEqual([[line, '1', '村', '9']]);
    expect(findings.map(([, code]) => code)).toEqual(['IMPORT_LINE_LEFT_OUT']);
  });

  it.each(['合计', '总 计', '小计:', 'Total'])('may have a row %s, which is no row', async (sum) => {
    const { rows, findings } = await readFile(`编码,名称,面积\n1,村,9\n${sum},,9\n,${sum},9`);

    expect(rows).toEqual([[2, '1', '村', '9']]);
    expect(findings).toEqual([
      [3, 'IMPORT_LINE_LEFT_OUT'],
      [4, 'IMPORT_LINE_LEFT_OUT'],
    ]);
  });

  it('may have remarks under it, and its heading once more', async () => {
    const { rows, findings } = await readFile(
      '编码,名称\n1,村\n编码,名称\n2,镇\n填表人\uFF1A某某,\n"注:演示, 数据",',
    );

    expect(rows).toEqual([
      [2, '1', '村'],
      [4, '2', '镇'],
    ]);
    expect(findings.map(([line]) => line)).toEqual([3, 5, 6]);
  });

  it.each([
    ['tabs', '\t'],
    ['semicolons', ';'],
    ['full-width commas', '\uFF0C'],
    ['full-width semicolons', '\uFF1B'],
  ])('may be parted by %s', async (_what, delimiter) => {
    const file = '编码|名称\n1|a b\n2|c'.replaceAll('|', delimiter);
    const { rows, findings } = await readFile(file);

    expect(rows).toEqual([
      [2, '1', 'a b'],
      [3, '2', 'c'],
    ]);
    expect(findings).toEqual([[1, 'IMPORT_DELIMITER_SEEN']]);
  });

  it.each(['utf16le', 'utf16be'])('may be %s with its mark, however it is cut', async (encoding) => {
    const little = Buffer.from('\uFEFF编码\t名称\r\n1\t演示一村\r\n2\t演示二村\r\n', 'utf16le');
    const file = encoding === 'utf16le' ? little : little.swap16();

    for (const size of [1, 3, 45_000]) expect((await readFile(file, size)).rows).toEqual(ROWS);
  });

  it('may call its columns otherwise: with stars, remarks in brackets, spaces, in capitals', async () => {
    const { rows, all } = await readFile('* 编 码\uFF08必填\uFF09,NAME,面积(平方米)\n1,村,9');

    expect(rows).toEqual([[2, '1', '村', '9']]);
    expect(all.map(({ code, column, value }) => [code, column, value])).toEqual([
      ['IMPORT_HEADING_READ_AS', 'code', '* 编 码\uFF08必填\uFF09'],
      ['IMPORT_HEADING_READ_AS', 'name', 'NAME'],
      ['IMPORT_HEADING_READ_AS', 'area', '面积(平方米)'],
    ]);
  });

  it('has the lines of the editor, whatever its line ends are', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const file = ['编码,名称', '', `1,"a${end}b"`, `2,c`].join(end);
      expect((await readFile(file)).rows.map(([line]) => line)).toEqual([4, 5]);
    }
    expect((await readFile('编码,名称\r\n1,a\n2,b\r\n3,c')).rows.map(([line]) => line)).toEqual([2, 3, 4]);
  });

  it('may have quotation marks inside of a cell', async () => {
    expect((await readFile('编码,名称\n1,红"花"站\n2,c')).rows).toEqual([
      [2, '1', '红"花"站'],
      [3, '2', 'c'],
    ]);
  });

  it('has a value under no heading refused, since something is shifted', async () => {
    const { rows, findings } = await readFile('编码,名称,\n1,村,x\n2,镇,');

    expect(rows).toEqual([[3, '2', '镇']]);
    expect(findings).toEqual([[2, 'IMPORT_ROW_CELLS']]);
  });

  it('has a code refused of which a spreadsheet has lost digits', async () => {
    const { all } = await readFile('编码,名称\n5.2350203E+17,村');

    expect(all).toMatchObject([
      {
        severity: 'ERROR',
        code: 'IMPORT_DIGITS_LOST',
        column: 'code',
        heading: { zh: '编码' },
        value: '5.2350203E+17',
      },
    ]);
  });
});
