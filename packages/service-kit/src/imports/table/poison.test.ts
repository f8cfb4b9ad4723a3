import { describe, expect, it } from 'vitest';
import { COLUMNS, inPieces, readFile } from '../../../test/reading-tables.ts';
import { inspectFile } from './encoding.ts';
import { readTable } from './read-table.ts';

const MEBIBYTE = 1024 * 1024;
const HEADING = '编码,名称,面积\n';

describe('a file that is poison', () => {
  it.each([
    ['commas', ','.repeat(5_000_000), 'IMPORT_TOO_MANY_COLUMNS'],
    ['commas below a heading', `${HEADING}${','.repeat(5_000_000)}`, 'IMPORT_TOO_MANY_COLUMNS'],
    ['101 columns', `${'x,'.repeat(100)}x\n`, 'IMPORT_TOO_MANY_COLUMNS'],
    ['cells of a line break each', `${HEADING}${'"\n",'.repeat(500_000)}`, 'IMPORT_TOO_MANY_COLUMNS'],
    ['quotation marks', '"'.repeat(5_000_000), 'IMPORT_TABLE_BROKEN'],
    ['an open quotation mark', `${HEADING}1,"${'x\n'.repeat(2_000_000)}`, 'IMPORT_TABLE_BROKEN'],
    ['doubled quotation marks', `${HEADING}1,"${'""'.repeat(2_000_000)}"`, 'IMPORT_TABLE_BROKEN'],
    ['one giant cell', `${HEADING}1,${'村'.repeat(2_000_000)}`, 'IMPORT_TABLE_BROKEN'],
    ['line breaks', '\n'.repeat(5_000_000), 'IMPORT_TABLE_EMPTY'],
    ['blanks', ' '.repeat(1_000_000), 'IMPORT_TABLE_EMPTY'],
    ['a giant heading', `${'x'.repeat(60_000)},编码\n`, 'IMPORT_COLUMNS_WRONG'],
  ])('of %s is refused with a short message', async (_what, file, code) => {
    const refused = await readFile(file).then(
      () => null,
      (error: unknown) => error,
    );

    expect(refused).toMatchObject({ code });
    expect(JSON.stringify(refused).length).toBeLessThan(5_000);
    expect(JSON.stringify((refused as { messages: object }).messages).length).toBeLessThan(3_000);
  });

  it('of NUL is no text', async () => {
    const { encoding } = await inspectFile(inPieces(Buffer.alloc(2 * MEBIBYTE)));

    expect(encoding).toBeNull();
  });

  it('of a million empty rows is passed over, and takes no memory', async () => {
    async function* file(): AsyncGenerator<Buffer> {
      yield Buffer.from(`${HEADING}1,村,9\n`);
      for (let sent = 0; sent < 100; sent += 1) yield Buffer.from(',,\n'.repeat(10_000));
    }
    const before = process.memoryUsage().rss;

    const read = await Array.fromAsync(readTable(file(), 'UTF-8', COLUMNS));

    expect(read).toMatchObject([
      { line: 2 },
      { code: 'IMPORT_ROWS_EMPTY', message: { en: expect.stringContaining('1000000 rows') } },
    ]);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * MEBIBYTE);
  }, 60_000);
});
