import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Cell, Column } from './columns.ts';
import type { Written } from './file.ts';

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];

/** Rows of which a group is worth its columns. */
const WORTHWHILE = 5_000;

/** Group by group of rows, with the columns that the contract gives. */
export async function* parquetOf(written: Written): AsyncGenerator<Uint8Array> {
  const { columns, pages } = written;
  const bytes = new ByteWriter();
  const file = new ParquetWriter({ writer: bytes, schema: schemaOf(columns) });
  const taken = (): Uint8Array => {
    const made = Uint8Array.from(bytes.getBytes());
    bytes.index = 0;
    return made;
  };
  const write = async (items: readonly unknown[]): Promise<Uint8Array> => {
    const columnData = columns.map(({ name, type, read }) => ({
      name,
      data: items.map((item) => valueOf(read(item), type)),
    }));
    await file.write({ columnData, rowGroupSize: items.length });
    return taken();
  };
  const waiting: unknown[] = [];
  for await (const items of pages) {
    waiting.push(...items);
    if (waiting.length >= WORTHWHILE) yield await write(waiting.splice(0));
  }
  if (waiting.length > 0) yield await write(waiting);
  await file.finish();
  yield taken();
}

function schemaOf(columns: readonly Column[]): Schema {
  return [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, type }) => ({ name, repetition_type: 'OPTIONAL' as const, ...TYPES[type] })),
  ];
}

const TYPES = {
  TEXT: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  NUMBER: { type: 'DOUBLE' },
  FLAG: { type: 'BOOLEAN' },
} as const;

function valueOf(cell: Cell, type: Column['type']): Cell | undefined {
  if (cell === null) return undefined;
  return type === 'TEXT' ? String(cell) : cell;
}
