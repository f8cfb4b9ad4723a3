import { describe, expect, it } from 'vitest';
import { text } from './text.ts';

describe('text from outside', () => {
  it('is trimmed and may hold line breaks', () => {
    expect(text('  两行\n文字 ', 'note')).toBe('两行\n文字');
  });

  it.each(['', '   ', 'a\u0000b', 'a\u0007', 'a\uD800', 'x'.repeat(11)])('refuses %j', (raw) => {
    expect(() => text(raw, 'note', 10)).toThrow(
      expect.objectContaining({
        code: 'BAD_USER_INPUT',
        details: expect.objectContaining({ field: 'note' }),
      }),
    );
  });
});
