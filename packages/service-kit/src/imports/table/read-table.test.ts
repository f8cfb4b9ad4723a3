import type { ImportColumn } from '@qianshou/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectFile } from './encoding.ts';
import { readTable, type TableRow } from './read-table.ts';

const column = (name: string, zh: string, required: boolean): ImportColumn => ({
  name,
  zh,
  required,
  about: { en: name, zh },
  example: '演示',
});
const COLUMNS = [column('code', '编码', true), column('name', '名称', true), column('note', '备注', false)];
const withCode = (code: string, details: object = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });

async function* inPieces(
  file: Buffer,
  sizes: readonly number[] = [file.length || 1],
): AsyncGenerator<Buffer> {
  for (let at = 0, next = 0; at < file.length; next += 1) {
    const size = sizes[next % sizes.length] ?? 1;
    yield file.subarray(at, at + size);
    at += size;
  }
}

async function read(file: Buffer | string, sizes?: readonly number[]): Promise<readonly TableRow[]> {
  const bytes = Buffer.from(file);
  const { encoding } = await inspectFile(inPieces(bytes, sizes));
  return Array.fromAsync(readTable(inPieces(bytes, sizes), encoding ?? 'UTF-8', COLUMNS));
}

/** What a decoder reads, written: Node has no encoder of its own. */
const GB18030_BYTES = bytesByCharacter();

function inGb18030(text: string): Buffer {
  return Buffer.from([...text].flatMap((char) => GB18030_BYTES.get(char) ?? [...Buffer.from(char)]));
}

function bytesByCharacter(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const bytesOf = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      bytesOf.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return bytesOf;
}

const TABLE = '编码,名称\r\n420581,演示一村\r\n420582,演示二村\r\n';
const ROWS = [
  { line: 2, cells: { code: '420581', name: '演示一村' } },
  { line: 3, cells: { code: '420582', name: '演示二村' } },
];

describe('the encoding of a file', () => {
  it('is UTF-8, with a byte-order mark or without', async () => {
    expect(await read(TABLE)).toEqual(ROWS);
    expect(await read(`\uFEFF${TABLE}`)).toEqual(ROWS);
  });

  it('is GB18030, as spreadsheets in China save it', async () => {
    const file = inGb18030(TABLE);

    expect(file.subarray(0, 4)).toEqual(Buffer.from([0xb1, 0xe0, 0xc2, 0xeb]));
    expect(await inspectFile(inPieces(file))).toMatchObject({ encoding: 'GB18030' });
    expect(await read(file, [1])).toEqual(ROWS);
  });

  it('is GB18030 with a character of four bytes, however the file is cut', async () => {
    const file = Buffer.concat([inGb18030('编码,名称\n1,'), Buffer.from([0x81, 0x39, 0xee, 0x39])]);

    for (const size of [1, 2, 3, 5]) {
      expect(await read(file, [size])).toEqual([{ line: 2, cells: { code: '1', name: '㐀' } }]);
    }
  });

  it.each([
    ['UTF-16 without its mark', Buffer.from(TABLE, 'utf16le')],
    ['text with a NUL', Buffer.from('编码,名称\n1,a\0b\n')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff, 0xff])],
    [
      'marked as UTF-8 and is not',
      Buffer.concat([Buffer.from('\uFEFFcode,name\n1,'), Buffer.from([0xb4, 0xe5])]),
    ],
    ['UTF-8 that ends within a character', Buffer.from('编码,名称\n1,村村村').subarray(0, -1)],
  ])('is none of the two where it is %s', async (_what, file) => {
    expect(await inspectFile(inPieces(file))).toMatchObject({ encoding: null });
  });
});

describe('the heading', () => {
  it('finds columns by name or Chinese heading, in any order, and lets optional ones be left out', async () => {
    expect(await read('备注,name,编码\nx,村,1')).toEqual([
      { line: 2, cells: { note: 'x', name: '村', code: '1' } },
    ]);
  });

  it.each([
    ['unknown', 'code,name,colour\n', { unknown: ['colour'] }],
    ['missing', 'code,note\n', { missing: ['name (名称)'] }],
    ['named twice, in both languages', 'code,name,名称\n', { repeated: ['name'] }],
  ])('is refused with a column that is %s', async (_what, file, details) => {
    await expect(read(file)).rejects.toEqual(withCode('IMPORT_COLUMNS_WRONG', details));
  });

  it('is enough for a table of no rows, and missing in a file of blank lines', async () => {
    expect(await read('code,name')).toEqual([]);
    await expect(read('\n\r\n\n')).rejects.toEqual(withCode('IMPORT_TABLE_EMPTY'));
  });
});

describe('a row', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =cmd', '"\t=1"'])(
    'is refused with the formula %s',
    async (cell) => {
      const [row] = await read(`code,name\n1,${cell}`);

      expect(row).toMatchObject({ line: 2, column: 'name', severity: 'ERROR', code: 'IMPORT_CELL_FORMULA' });
    },
  );

  it('may have a hyphen for nothing', async () => {
    expect(await read('code,name\n1,-')).toEqual([{ line: 2, cells: { code: '1', name: '-' } }]);
  });

  it('that is cut off is refused, and the rows before it are read', async () => {
    const rows = await read('code,name,note\n1,村,x\n2,村');

    expect(rows).toMatchObject([
      { line: 2, cells: { code: '1' } },
      { line: 3, code: 'IMPORT_ROW_CELLS' },
    ]);
  });

  it('keeps quotation marks, commas and line breaks of a quoted cell, and the lines of the file', async () => {
    expect(await read('code,name\n1,"a ""b"", c\nd"\n2,e')).toEqual([
      { line: 3, cells: { code: '1', name: 'a "b", c\nd' } },
      { line: 4, cells: { code: '2', name: 'e' } },
    ]);
  });

  it('is the last one where the file is cut within quotation marks', async () => {
    await expect(read('code,name\n1,a\n2,"b\n3,c')).rejects.toEqual(
      withCode('IMPORT_TABLE_BROKEN', { reason: 'CSV_QUOTE_NOT_CLOSED', line: 4 }),
    );
  });

  it('of more than 64 KiB ends the reading', async () => {
    await expect(read(`code,name\n1,${'x'.repeat(70_000)}\n2,y`)).rejects.toEqual(
      withCode('IMPORT_TABLE_BROKEN', { reason: 'CSV_MAX_RECORD_SIZE' }),
    );
  });
});

describe('any split into pieces', () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((raw) => `"${raw.replace(/["\0]/gu, '""')}"`);
  const table = fc
    .array(
      fc.array(cell, { minLength: 1, maxLength: 3 }).map((cells) => cells.join(',')),
      { maxLength: 20 },
    )
    .map((rows) => ['code,name', ...rows].join('\n'));

  it('gives the same rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        async (file, sizes) => {
          expect(await read(file, sizes)).toEqual(await read(file));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a file of 50 MB', () => {
  it('is inspected and read without being held', async () => {
    const piece = Buffer.from('420581,演示村,演示\n'.repeat(2_000));
    const pieces = Math.ceil((50 * 1024 * 1024) / piece.length);
    async function* file(): AsyncGenerator<Buffer> {
      yield Buffer.from('code,name,note\n');
      for (let sent = 0; sent < pieces; sent += 1) yield piece;
    }
    const before = process.memoryUsage().rss;
    let most = 0;
    let rows = 0;

    await inspectFile(file());
    for await (const _row of readTable(file(), 'UTF-8', COLUMNS)) {
      rows += 1;
      if (rows % 100_000 === 0) most = Math.max(most, process.memoryUsage().rss - before);
    }

    expect(rows).toBe(pieces * 2_000);
    expect(most).toBeLessThan(200 * 1024 * 1024);
  }, 120_000);
});
