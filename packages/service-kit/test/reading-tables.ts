import type { ImportColumn, RowFinding } from '@qianshou/kernel';
import { inspectFile } from '../src/imports/table/encoding.ts';
import { isFinding, readTable, type TableRow } from '../src/imports/table/read-table.ts';

const column = (name: string, zh: string, required: boolean): ImportColumn => ({
  name,
  zh,
  required,
  about: { en: name, zh },
  example: '演示',
});

export const COLUMNS = [
  column('code', '编码', true),
  column('name', '名称', true),
  column('area', '面积', false),
];

export async function* inPieces(file: Buffer, size = 45_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size);
}

export interface ReadFile {
  readonly encoding: string | null;
  /** The cells of each row that was read, after its line. */
  readonly rows: readonly (readonly [line: number, ...cells: readonly string[]])[];
  /** The code of each finding, after its line. */
  readonly findings: readonly (readonly [line: number, code: string])[];
  readonly all: readonly RowFinding[];
}

/** Reads a file as an import does, all of it. */
export async function readFile(file: Buffer | string, size?: number): Promise<ReadFile> {
  const bytes = Buffer.from(file);
  const { encoding } = await inspectFile(inPieces(bytes, size));
  const read: TableRow[] = await Array.fromAsync(
    readTable(inPieces(bytes, size), encoding ?? 'UTF-8', COLUMNS),
  );
  const all = read.filter(isFinding);
  const rows = read.flatMap((row) =>
    isFinding(row) ? [] : [[row.line, ...Object.values(row.cells)] as const],
  );
  return { encoding, rows, findings: all.map(({ line, code }) => [line, code] as const), all };
}
