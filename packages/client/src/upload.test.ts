import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcementOf, type FilePiece, piecesOf } from './upload.ts';

const collected = (pieces: AsyncGenerator<FilePiece>): Promise<FilePiece[]> => Array.fromAsync(pieces);
const bytesOf = ({ content }: FilePiece): Buffer =>
  Buffer.concat(content.map((part) => Buffer.from(part, 'base64')));

describe('a file that is sent in pieces', () => {
  it('is announced with its name, its size and its hash', async () => {
    const file = new File(['编码,名称\n'], '社工站.csv');

    expect(await announcementOf(file)).toEqual({
      fileName: '社工站.csv',
      sizeBytes: 14,
      sha256: createHash('sha256').update('编码,名称\n').digest('hex'),
    });
    expect(await announcementOf(new Blob(['x']), 'x.csv')).toMatchObject({ fileName: 'x.csv' });
  });

  it('is whole again from wherever the sending goes on, in pieces that the graph takes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 100_000 }), fc.nat(100_000), async (bytes, from) => {
        const pieces = await collected(piecesOf(new Blob([bytes]), from));

        const rest = Buffer.concat(pieces.map(bytesOf));
        expect(rest.equals(Buffer.from(bytes.subarray(from)))).toBe(true);
        expect(pieces.map(({ offset }) => offset)).toEqual(pieces.map((_, at) => from + at * 45_000));
        for (const { content } of pieces) {
          expect(content.length).toBeLessThanOrEqual(6);
          for (const part of content) expect([part.length % 4, part.length <= 10_000]).toEqual([0, true]);
        }
      }),
      { numRuns: 20 },
    );
  });
});
