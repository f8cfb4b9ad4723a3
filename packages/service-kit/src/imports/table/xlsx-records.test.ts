import { packed, workbook, type WorkbookCell } from '@qianshou/testing/workbook';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../test/reading-tables.ts';

const table = (...rows: readonly (readonly WorkbookCell[])[]) => workbook({ name: '表', rows });
const HEADING = ['编码', '名称', '面积'] as const;

describe('a workbook', () => {
  it('is read with the rows of its editor; cells at the end may be missing, rows empty', async () => {
    const file = table(
      ['演示县一览表'],
      [],
      HEADING,
      ['1', '村', 9.5],
      [null, null, ''],
      ['2', '镇'],
      ['合计', null, 9.5],
    );

    const { encoding, rows, findings } = await readFile(file);

    expect(encoding).toBe('XLSX');
    expect(rows).toEqual([
      [4, '1', '村', '9.5'],
      [6, '2', '镇', ''],
    ]);
    expect(findings).toEqual([
      [1, 'IMPORT_LINE_LEFT_OUT'],
      [7, 'IMPORT_LINE_LEFT_OUT'],
      [2, 'IMPORT_ROWS_EMPTY'],
    ]);
  });

  it('gives numbers as they were written, days by their format, yes and no', async () => {
    const file = table(HEADING, [420_581_100, { day: 46_086 }, true], [1, { day: 46_086.5 }, 0.1 + 0.2]);

    expect((await readFile(file)).rows).toEqual([
      [2, '420581100', '2026-03-05', 'TRUE'],
      [3, '1', '2026-03-05 12:00:00', '0.3'],
    ]);
  });

  it('has a code refused that it keeps as a number of sixteen digits', async () => {
    const { findings } = await readFile(table(HEADING, [523_502_030_000_000_000, '村', null]));

    expect(findings).toEqual([[2, 'IMPORT_DIGITS_LOST']]);
  });

  it('of several sheets is the one that names most columns, and says which', async () => {
    const file = workbook(
      { name: '说明', rows: [['请按要求填写'], ['编码']] },
      { name: '数据', rows: [HEADING, ['1', '村', 1]] },
    );

    const { rows, all } = await readFile(file);

    expect(rows).toEqual([[2, '1', '村', '1']]);
    expect(all).toMatchObject([
      { code: 'IMPORT_SHEET_READ', message: { zh: expect.stringContaining('数据') } },
    ]);
  });

  it('gives any text back as it was written', async () => {
    const text = fc
      .string({ unit: fc.constantFrom(...'村镇ab<>&" 0'), minLength: 1, maxLength: 20 })
      .map((raw) => `x${raw.trim()}`);
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 30 }), async (names) => {
        const { rows } = await readFile(table(HEADING, ...names.map((name) => ['1', name, 1])));
        expect(rows.map(([, , name]) => name)).toEqual(names);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a file that only looks like a workbook', () => {
  const sheet = (content: string, more: Record<string, string> = {}) =>
    packed({
      'xl/workbook.xml': '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': content,
      ...more,
    });
  const inSheet = (rows: string) => sheet(`<worksheet><sheetData>${rows}</sheetData></worksheet>`);
  const whole = table(HEADING, ['1', '村', 1]);

  it.each([
    ['cut off', whole.subarray(0, -40), 'IMPORT_WORKBOOK_BROKEN'],
    [
      'spoilt inside',
      Buffer.from(whole.map((byte, at) => (at > 240 && at < 330 ? 0 : byte))),
      'IMPORT_WORKBOOK_BROKEN',
    ],
    ['another container', packed({ 'word/document.xml': '<a/>' }), 'IMPORT_WORKBOOK_BROKEN'],
    ['not well-formed', sheet('<worksheet><sheetData><row>'), 'IMPORT_WORKBOOK_BROKEN'],
    [
      'one with entities of its own',
      sheet('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'),
      'IMPORT_WORKBOOK_BROKEN',
    ],
    ['nested without an end', inSheet('<a>'.repeat(1_000)), 'IMPORT_WORKBOOK_BROKEN'],
    ['one endless name', sheet(`<${'a'.repeat(600_000)}/>`), 'IMPORT_WORKBOOK_BROKEN'],
    ['a bomb', inSheet(' '.repeat(50_000_000)), 'IMPORT_WORKBOOK_TOO_LARGE'],
    [
      'a bomb of texts',
      sheet('<worksheet/>', { 'xl/sharedStrings.xml': `<sst>${'<si><t>a</t></si>'.repeat(600_000)}</sst>` }),
      'IMPORT_WORKBOOK_TOO_LARGE',
    ],
    ['a row of 16,384 cells', table(Array.from({ length: 16_384 }, () => 'x')), 'IMPORT_TOO_MANY_COLUMNS'],
    ['empty', table(), 'IMPORT_TABLE_EMPTY'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'IMPORT_WORKBOOK_OLD'],
  ])('is refused where it is %s', async (_what, file, code) => {
    await expect(readFile(file)).rejects.toMatchObject({ code });
  });
});
