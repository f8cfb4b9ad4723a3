import { describe, expect, it } from 'vitest';
import { createNudge } from './nudge.ts';

const NEVER = new AbortController().signal;
/** Far longer than a test may take. */
const LONG_MS = 600_000;

describe('a nudge', () => {
  it('wakes whoever waits', async () => {
    const nudge = createNudge();
    const waiting = nudge.wait(LONG_MS, NEVER);

    nudge.ring();

    await expect(waiting).resolves.toBeUndefined();
  });

  it('is kept for the next who waits, once', async () => {
    const nudge = createNudge();
    nudge.ring();
    await nudge.wait(LONG_MS, NEVER);

    const again = nudge.wait(LONG_MS, NEVER).then(() => 'woken');

    expect(await Promise.race([again, Promise.resolve('waiting')])).toBe('waiting');
    nudge.ring();
    expect(await again).toBe('woken');
  });

  it('ends with the time given, and with the signal', async () => {
    const nudge = createNudge();
    const ended = new AbortController();
    const waiting = nudge.wait(LONG_MS, ended.signal);

    ended.abort();

    await expect(waiting).resolves.toBeUndefined();
    await expect(nudge.wait(LONG_MS, ended.signal)).resolves.toBeUndefined();
    await expect(nudge.wait(1, NEVER)).resolves.toBeUndefined();
  });
});
