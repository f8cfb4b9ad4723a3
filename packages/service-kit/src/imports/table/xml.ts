import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import { importWorkbookBroken } from '../errors.ts';

/** More than any name, attribute or text of a sheet: without an end, one of them would be held whole. */
const LONGEST_TOKEN = 256 * 1024;
const DEEPEST = 64;

export interface XmlReader {
  /** The element's name without its prefix. */
  readonly opened: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly closed: (name: string) => void;
  readonly text: (text: string) => void;
}

/** Feeds the events of a document, piece by piece; after each piece the caller may take what came of it. */
export async function* readXml(pieces: AsyncIterable<Buffer>, reader: XmlReader): AsyncGenerator<void> {
  const decoder = new StringDecoder('utf8');
  const parser = new SaxesParser({ xmlns: false });
  const watch = watching(parser, reader);
  for await (const piece of pieces) {
    watch.feed(decoder.write(piece));
    yield;
  }
  watch.feed(decoder.end());
  watch.end();
  yield;
}

function watching(parser: SaxesParser, reader: XmlReader) {
  let sinceEvent = 0;
  let depth = 0;
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.on('error', () => {
    throw importWorkbookBroken();
  });
  // Entities of its own are what a table has no use for, and an attack has.
  parser.on('doctype', () => {
    throw importWorkbookBroken();
  });
  parser.on('opentag', ({ name, attributes }) => {
    sinceEvent = 0;
    depth += 1;
    if (depth > DEEPEST) throw importWorkbookBroken();
    reader.opened(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    sinceEvent = 0;
    depth -= 1;
    reader.closed(local(name));
  });
  parser.on('text', (text) => {
    sinceEvent = 0;
    reader.text(text);
  });
  return {
    feed: (chunk: string): void => {
      sinceEvent += chunk.length;
      parser.write(chunk);
      if (sinceEvent > LONGEST_TOKEN) throw importWorkbookBroken();
    },
    end: (): void => void parser.close(),
  };
}

/** Reads a small document to its end. */
export async function readWhole(pieces: AsyncIterable<Buffer>, reader: XmlReader): Promise<void> {
  for await (const _step of readXml(pieces, reader));
}
