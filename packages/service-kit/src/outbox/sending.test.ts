import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withinBytes } from './sending.ts';

const message = (text: string) => ({
  message: { topic: 't', key: 'k', value: Buffer.from(JSON.stringify({ text })), headers: {} },
});

describe('what is sent at once', () => {
  it('is counted in the bytes that travel, not in characters', () => {
    const chinese = Array.from({ length: 10 }, () => message('牵'.repeat(60_000)));

    expect(withinBytes(chinese)).toHaveLength(4);
  });

  it('is a beginning of what waits, never empty, and never more than fits unless one alone is', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 400 }), { minLength: 1 }), (texts) => {
        const waiting = texts.map(message);

        const taken = withinBytes(waiting, 1_000);

        expect(taken).toEqual(waiting.slice(0, taken.length));
        expect(taken.length).toBeGreaterThan(0);
        const bytes = taken.reduce((sum, each) => sum + each.message.value.length, 0);
        expect(taken.length === 1 || bytes <= 1_000).toBe(true);
      }),
    );
  });
});
