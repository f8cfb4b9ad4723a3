import { createHash } from 'node:crypto';
import { importWorkbookOld } from '../errors.ts';

/** How the bytes of a file become a table: text in one of these encodings, or a workbook. */
export type Encoding = 'UTF-8' | 'GB18030' | 'UTF-16LE' | 'UTF-16BE' | 'XLSX';

export type TextEncodingName = Exclude<Encoding, 'XLSX'>;

export interface FileFacts {
  /** Null where it is none of those that are known. */
  readonly encoding: Encoding | null;
  readonly sha256: string;
}

/** What a file may begin with, and what it then is, whatever else it could be read as. */
const MARKS: readonly (readonly [mark: readonly number[], is: Encoding | 'OLE'])[] = [
  [[0xef, 0xbb, 0xbf], 'UTF-8'],
  [[0xff, 0xfe], 'UTF-16LE'],
  [[0xfe, 0xff], 'UTF-16BE'],
  [[0x50, 0x4b, 0x03, 0x04], 'XLSX'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'OLE'],
];
const LONGEST_MARK = 4;

/** Reads the file once: its hash, and the encoding that all of it is valid in. */
export async function inspectFile(pieces: AsyncIterable<Buffer>): Promise<FileFacts> {
  const hash = createHash('sha256');
  let start = Buffer.alloc(0);
  let trial: Trial | null = null;
  for await (const piece of pieces) {
    hash.update(piece);
    if (trial !== null) trial.read(piece);
    else start = Buffer.concat([start, piece]);
    if (trial === null && start.length >= LONGEST_MARK) trial = begun(start);
  }
  const encoding = (trial ?? begun(start)).ended();
  return { encoding, sha256: hash.digest('hex') };
}

interface Trial {
  readonly read: (piece: Buffer) => void;
  readonly ended: () => Encoding | null;
}

function begun(start: Buffer): Trial {
  const marked = MARKS.find(([mark]) => mark.every((byte, at) => start[at] === byte))?.[1];
  if (marked === 'OLE') throw importWorkbookOld();
  if (marked === 'XLSX') return { read: () => undefined, ended: () => 'XLSX' };
  // Nearly every pair of bytes is some GB18030 character: what is marked as another encoding, or is UTF-8 but for a
  // cut at its end, must not be read as that.
  const trial = trialOf(marked === undefined ? ['UTF-8', 'GB18030'] : [marked]);
  trial.read(start);
  return trial;
}

function trialOf(names: readonly TextEncodingName[]): Trial {
  const decoders = new Map(names.map((name) => [name, new TextDecoder(name, { fatal: true })]));
  return {
    read: (piece) => {
      for (const [name, decoder] of decoders)
        if (!isText(() => decoder.decode(piece, { stream: true }))) decoders.delete(name);
    },
    ended: () => {
      const [first] = decoders;
      return first !== undefined && isText(() => first[1].decode()) ? first[0] : null;
    },
  };
}

/** NUL is in every binary file, and in no text. */
function isText(decode: () => string): boolean {
  try {
    return !decode().includes('\0');
  } catch {
    return false;
  }
}

/** The text of the file with the line ends of one kind: a carriage return or two kinds in one file are common. */
export async function* textOf(
  pieces: AsyncIterable<Buffer>,
  encoding: TextEncodingName,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let held = '';
  for await (const piece of pieces) {
    const chunk = held + decoder.decode(piece, { stream: true });
    held = chunk.endsWith('\r') ? '\r' : '';
    const text = held === '' ? chunk : chunk.slice(0, -1);
    if (text !== '') yield text.replace(/\r\n?/g, '\n');
  }
  const rest = held + decoder.decode();
  if (rest !== '') yield rest.replace(/\r\n?/g, '\n');
}
