import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sendingPace } from './pace.ts';

describe('the pace of an endpoint', () => {
  it('never lets more through in any second than its owner wants', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 200 }),
        (perSecond, pauses) => {
          const pace = sendingPace();
          const sent: number[] = [];
          let now = 0;
          for (const pause of pauses) {
            now += pause;
            if (pace.room(perSecond, now) === 0) continue;
            pace.note(now);
            sent.push(now);
          }

          for (const from of sent)
            expect(sent.filter((at) => at >= from && at < from + 1_000).length).toBeLessThanOrEqual(
              perSecond,
            );
        },
      ),
    );
  });

  it('has no bound where none is wanted', () => {
    expect(sendingPace().room(null, 0)).toBe(Number.POSITIVE_INFINITY);
  });
});
