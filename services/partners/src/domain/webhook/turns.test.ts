import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextToSend } from './turns.ts';

const now = new Date('2026-03-10T02:00:00Z');
const waiting = fc.uniqueArray(
  fc.record({
    seq: fc.integer({ min: 1, max: 200 }),
    subject: fc.constantFrom('a', 'b', 'c'),
    late: fc.integer({ min: -5, max: 5 }),
  }),
  { selector: ({ seq }) => seq },
);
const asWaiting = (each: { seq: number; subject: string; late: number }) => ({
  ...each,
  id: String(each.seq),
  dueAt: new Date(now.getTime() - each.late * 1_000),
});

describe('what an endpoint is sent next', () => {
  it('never overtakes an earlier one of its subject, where order is asked for', () => {
    fc.assert(
      fc.property(waiting, (rows) => {
        const open = rows.map(asWaiting);

        const sent = nextToSend(open, { mode: 'FIFO', failures: 0, now });

        for (const each of sent) {
          const earlier = open.filter(({ subject, seq }) => subject === each.subject && seq < each.seq);
          expect(earlier).toEqual([]);
        }
      }),
    );
  });

  it('is due, at most ten, the oldest first; one at a time while attempts fail', () => {
    fc.assert(
      fc.property(waiting, fc.integer({ min: 0, max: 3 }), (rows, failures) => {
        const open = rows.map(asWaiting);
        const due = open.filter(({ dueAt }) => dueAt <= now).toSorted((a, b) => a.seq - b.seq);

        const sent = nextToSend(open, { mode: 'PARALLEL', failures, now });

        expect(sent).toEqual(due.slice(0, failures > 0 ? 1 : 10));
      }),
    );
  });
});
