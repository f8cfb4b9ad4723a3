import type { FastifyInstance } from 'fastify';
import { Readable } from 'node:stream';
import { turnOf, type AwaitTurn } from '../load/turns.ts';

/** What is written at a time, and what is too small to be worth the trouble. */
export const PIECE = 64 * 1024;

export interface LargeAnswerOptions {
  readonly awaitTurn: AwaitTurn;
  /** The bytes of a text that is kept anyway, so that each of its readers costs no more than the sending. */
  readonly keptBytes: (text: string) => Buffer | undefined;
}

/**
 * Writes large answers piece by piece, no faster than they are read and no more of them in one turn of the event loop
 * than leaves room for others. As one text each would be encoded whole, at once, for readers who may never read it.
 */
export function writeInPieces(app: FastifyInstance, { awaitTurn, keptBytes }: LargeAnswerOptions): void {
  app.addHook('onSend', async (_request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length <= PIECE) return payload;
    const kept = keptBytes(payload);
    reply.header('content-length', kept?.length ?? Buffer.byteLength(payload));
    return Readable.from(inTurns(kept === undefined ? textPieces(payload) : bytePieces(kept), awaitTurn));
  });
}

async function* inTurns(pieces: Iterable<Buffer>, awaitTurn: AwaitTurn): AsyncGenerator<Buffer> {
  for (const piece of pieces) {
    await turnOf(awaitTurn);
    yield piece;
  }
}

function* bytePieces(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += PIECE) yield bytes.subarray(from, from + PIECE);
}

/** Cut between characters, never within one. */
export function* textPieces(text: string): Generator<Buffer> {
  for (let from = 0; from < text.length;) {
    const end = from + PIECE;
    const to = isHighSurrogate(text.charCodeAt(end - 1)) ? end + 1 : end;
    yield Buffer.from(text.slice(from, to));
    from = to;
  }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
