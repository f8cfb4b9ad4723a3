import { describe, expect, it } from 'vitest';
import { requireSecondPerson } from './four-eyes.ts';
import { FOUR_EYES, FOUR_EYES_NAMES } from './four-eyes-pairs.ts';

describe('FUN-10 four eyes', () => {
  it.each(FOUR_EYES_NAMES)('of %s refuse who did the other act, and name the pair', (pair) => {
    const switched = FOUR_EYES[pair].byDefault ? [] : [pair];
    expect(() => requireSecondPerson(pair, 'somebody', ['another', 'somebody'], switched)).toThrow(
      expect.objectContaining({
        code: 'FUNDING_FOUR_EYES',
        details: expect.objectContaining({ rule: 'FUN-10', pair, subject: 'somebody' }),
      }),
    );
    expect(() => requireSecondPerson(pair, 'somebody', ['another'])).not.toThrow();
  });
});
