import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { importWorkbookBroken, importWorkbookTooLarge } from '../errors.ts';

/** Parts of a workbook: sheets, texts, styles; pictures and settings besides. */
const MOST_PARTS = 2_000;
/** What is squeezed harder than any table of people is made to fill a disk. */
const MOST_SQUEEZED = 300;
const SMALL_PART = 1024 * 1024;

/** The parts of a workbook by name, each opened as a stream that never gives more bytes than are allowed. */
export interface Archive {
  readonly has: (name: string) => boolean;
  readonly open: (name: string, most: number) => Promise<Readable>;
  readonly text: (name: string, most: number) => Promise<string>;
}

export async function openArchive(file: Buffer): Promise<Archive> {
  const { zip, parts } = await indexOf(file);
  const open: Archive['open'] = async (name, most) => {
    const part = parts.get(name);
    if (part === undefined) throw importWorkbookBroken();
    refuseBomb(part, most);
    // The reader ends with an error as soon as a part holds more than its index says.
    return notBroken(() => zip.openReadStreamPromise(part));
  };
  return {
    has: (name) => parts.has(name),
    open,
    text: async (name, most) => {
      const chunks: Buffer[] = [];
      for await (const chunk of piecesOf(await open(name, most))) chunks.push(chunk);
      return Buffer.concat(chunks).toString('utf8');
    },
  };
}

async function indexOf(file: Buffer): Promise<{ readonly zip: ZipFile; readonly parts: Map<string, Entry> }> {
  return notBroken(async () => {
    const zip = await fromBufferPromise(file, { lazyEntries: true });
    const parts = new Map<string, Entry>();
    if (zip.entryCount > MOST_PARTS) throw importWorkbookTooLarge({ most: MOST_PARTS });
    for await (const entry of zip.eachEntry()) parts.set(entry.fileName.replace(/^\//, ''), entry);
    return { zip, parts };
  });
}

function refuseBomb({ compressedSize, uncompressedSize }: Entry, most: number): void {
  const squeezed = uncompressedSize > SMALL_PART && uncompressedSize > compressedSize * MOST_SQUEEZED;
  if (squeezed || uncompressedSize > most) throw importWorkbookTooLarge({ most });
}

/** The bytes of a part; what cannot be unpacked is a broken workbook, not a fault of ours. */
export async function* piecesOf(stream: Readable): AsyncGenerator<Buffer> {
  const pieces = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await notBroken(() => pieces.next());
      if (done === true) return;
      yield value;
    }
  } finally {
    stream.destroy();
  }
}

async function notBroken<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Error && !('kind' in error) ? importWorkbookBroken() : error;
  }
}
