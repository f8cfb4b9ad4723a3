import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { LoadTable } from './tables.ts';

const ROWS_AT_ONCE = 1_000;

/** Writes the table row by row; returns how many there are. Its cells hold neither commas nor quotation marks. */
export async function writeTable(file: string, { heading, rows }: LoadTable): Promise<number> {
  await mkdir(dirname(file), { recursive: true });
  let count = 0;
  const lines = function* (): Iterable<string> {
    let waiting = `${heading.join(',')}\n`;
    for (const row of rows()) {
      waiting += `${row.join(',')}\n`;
      count += 1;
      if (count % ROWS_AT_ONCE !== 0) continue;
      yield waiting;
      waiting = '';
    }
    yield waiting;
  };
  await pipeline(Readable.from(lines()), createWriteStream(file));
  return count;
}
