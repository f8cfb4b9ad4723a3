import { property, assert, string, nat } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIECE, textPieces } from './large-answers.ts';

describe('a large answer in pieces', () => {
  it('is the same text, wherever it is cut', () => {
    assert(
      property(nat(3), string({ unit: 'binary', maxLength: 20 }), (shift, filler) => {
        const text = 'x'.repeat(PIECE - shift) + '\u{20BB7}\u7275' + filler + '\u{20BB7}'.repeat(PIECE);

        const pieces = [...textPieces(text)];

        expect(pieces.length).toBeGreaterThan(2);
        expect(Buffer.concat(pieces).equals(Buffer.from(text))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
