import { type ImportRun, importTypes } from '@qianshou/service-kit/imports';
import { type FreshDatabase, freshDatabase } from '@qianshou/testing/fresh-database';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskOf, OWNER, type Sender, senderTo, tableOf, takenRows, working } from './importing.ts';

type Desk = Awaited<ReturnType<typeof deskOf>>;

let database: FreshDatabase;
let desk: Desk;
let sender: Sender;
let work: ReturnType<typeof working>;

beforeAll(async () => {
  database = await freshDatabase('import-files');
  desk = await deskOf(database.connection);
  sender = senderTo(desk);
  work = working(desk);
});
afterAll(async () => {
  await work.stop();
  await database.drop();
});

const withCode = (code: string, details: object = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });
const add = ({ id }: ImportRun, offset: number, bytes: Buffer) =>
  desk.useCases.addToImport({ importId: id, offset, bytes }, OWNER);
const findings = ({ id }: ImportRun, after: string | null = null) =>
  desk.useCases.listImportFindings({ id, step: 'CHECK', severities: null }, { first: 100, after });

describe('sending a file', () => {
  const file = Buffer.from(tableOf(20, 'sent-'));

  it('goes on after an interruption where it stood', async () => {
    const run = await sender.begin(file);
    await add(run, 0, file.subarray(0, 50));

    const received = await desk.useCases.receivedBytes(run.id);
    await add(run, received, file.subarray(received));

    expect(received).toBe(50);
    expect((await sender.until(run, 'CHECKED')).check).toMatchObject({ rows: 20, fresh: 20 });
  });

  it('takes a piece again whose answer was lost, and changes nothing', async () => {
    const run = await sender.begin(file);
    await add(run, 0, file.subarray(0, 50));

    await add(run, 0, file.subarray(0, 50));
    expect(await desk.useCases.receivedBytes(run.id)).toBe(50);
    await add(run, 50, file.subarray(50));
    const last = await add(run, 50, file.subarray(50));

    expect(last.status).not.toBe('RECEIVING');
    expect((await sender.until(run, 'CHECKED')).check.rows).toBe(20);
  });

  it.each([
    ['leaves a gap', 60],
    ['overlaps', 10],
  ])('is refused where a piece %s', async (_what, offset) => {
    const run = await sender.begin(file);
    await add(run, 0, file.subarray(0, 50));

    await expect(add(run, offset, file.subarray(offset, offset + 20))).rejects.toEqual(
      withCode('IMPORT_OFFSET_WRONG', { expected: 50, offset }),
    );
  });

  it('is refused beyond its announced length', async () => {
    const run = await sender.begin(file);

    await expect(add(run, 0, Buffer.concat([file, file]))).rejects.toEqual(
      withCode('IMPORT_FILE_TOO_LONG', { sizeBytes: file.length }),
    );
  });

  it('is refused for a file of no bytes, and for one of more than 256 MiB', async () => {
    await expect(sender.begin(Buffer.alloc(0))).rejects.toEqual(
      withCode('BAD_USER_INPUT', { field: 'sizeBytes' }),
    );
    const announced = {
      kind: 'STATIONS',
      fileName: 'a.csv',
      sizeBytes: 268_435_457,
      sha256: 'a'.repeat(64),
    } as const;
    await expect(desk.useCases.beginImport(announced, OWNER)).rejects.toEqual(
      withCode('IMPORT_FILE_TOO_LARGE'),
    );
  });
});

describe('a file that is not what it should be', () => {
  it.each([
    ['another one than was announced', tableOf(3, 'x-'), { sha256: '0'.repeat(64) }, 'IMPORT_FILE_DIFFERS'],
    ['cut within quotation marks', 'code,note\n1,"open', {}, 'IMPORT_TABLE_BROKEN'],
    ['UTF-16 without its mark', Buffer.from('code,note\n1,a', 'utf16le'), {}, 'IMPORT_ENCODING_UNKNOWN'],
    ['blank', '\n\n', {}, 'IMPORT_TABLE_EMPTY'],
    ['without the needed column', 'note\nx', {}, 'IMPORT_COLUMNS_WRONG'],
  ])('fails where it is %s, and says so in both languages', async (_what, content, announced, code) => {
    const file = Buffer.from(content);

    const failed = await sender.until(await sender.send(await sender.begin(file, announced), file), 'FAILED');

    expect(failed.problem).toMatchObject({ code, message: { zh: expect.stringMatching(/\p{Script=Han}/u) } });
    const inChinese = { language: 'zh' } as never;
    const said = failed.problem && importTypes.ImportProblem.message(failed.problem, {}, inChinese);
    expect(said).toBe(failed.problem?.message.zh);
  });

  it('is no failure where it has a heading and no rows', async () => {
    expect(await sender.check('code,note')).toMatchObject({
      status: 'CHECKED',
      check: { rows: 0, findings: 0 },
    });
  });

  it('has its rows with control characters, formulas and missing cells refused, and the others taken', async () => {
    const run = await sender.check('code,note\n1,a\u0001b\n2,=1\n3\n4,"a\nb"');

    expect(run.check).toMatchObject({ rows: 4, fresh: 1, refused: 3 });
    expect((await findings(run)).items.map(({ node: { line, code } }) => [line, code])).toEqual([
      [2, 'BAD_USER_INPUT'],
      [3, 'IMPORT_CELL_FORMULA'],
      [4, 'IMPORT_ROW_CELLS'],
    ]);
  });
});

describe('findings', () => {
  it('are paged in file order, the first 10,000 kept and all counted', async () => {
    const run = await sender.check(`code,note\n${',x\n'.repeat(10_050)}`);

    const first = await findings(run);
    const second = await findings(run, first.items[99]?.cursor);

    expect(run.check).toMatchObject({ rows: 10_050, refused: 10_050, findings: 10_050 });
    expect([first.items[0], first.items[99], second.items[0]].map((item) => item?.node.line)).toEqual([
      2, 101, 102,
    ]);
    expect(await first.count()).toBe(10_000);
  });
});

describe('progress', () => {
  it('counts the bytes of the check, then the rows of the application', async () => {
    const file = Buffer.from(tableOf(30, 'progress-'));
    const begun = await sender.begin(file);
    const checked = await sender.until(await sender.send(begun, file), 'CHECKED');
    await sender.apply(checked);
    const applied = await sender.until(checked, 'APPLIED');

    const { progress } = importTypes.ImportRun;
    expect(progress(begun)).toMatchObject({ numerator: 0, denominator: file.length, rate: 0 });
    expect(progress(checked)).toMatchObject({ numerator: file.length, denominator: file.length, rate: 1 });
    expect(progress(applied)).toMatchObject({ numerator: 30, denominator: 30, rate: 1 });
  });
});

describe('any split of a file into pieces', () => {
  const row = fc.constantFrom('a,x', 'b,y', 'c,=1', ',x', 'd', 'e,"two\nlines"', 'f,演示');

  it('gives the same counts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 40 }),
        fc.array(fc.integer({ min: 7, max: 90 }), { minLength: 1, maxLength: 5 }),
        async (rows, sizes) => {
          const file = ['code,note', ...rows].join('\n');
          const inOne = await sender.check(file);
          const inPieces = await sender.check(file, sizes);
          expect(inPieces.check).toEqual(inOne.check);
          expect(inOne.check.rows).toBe(rows.length);
        },
      ),
      { numRuns: 15 },
    );
    expect(await takenRows(database.connection).countDocuments({ _id: 'a' })).toBe(0);
  });
});
