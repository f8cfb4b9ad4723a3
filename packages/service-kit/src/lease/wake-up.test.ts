import { describe, expect, it } from 'vitest';
import { createWakeUp } from './wake-up.ts';

const NEVER = new AbortController().signal;
/** Far longer than a test may take. */
const LONG_MS = 600_000;

describe('a wake-up', () => {
  it('wakes whoever waits', async () => {
    const wakeUp = createWakeUp();
    const waiting = wakeUp.wait(LONG_MS, NEVER);

    wakeUp.signal();

    await expect(waiting).resolves.toBeUndefined();
  });

  it('is kept for the next who waits, once', async () => {
    const wakeUp = createWakeUp();
    wakeUp.signal();
    await wakeUp.wait(LONG_MS, NEVER);

    const again = wakeUp.wait(LONG_MS, NEVER).then(() => 'woken');

    expect(await Promise.race([again, Promise.resolve('waiting')])).toBe('waiting');
    wakeUp.signal();
    expect(await again).toBe('woken');
  });

  it('ends with the time given, and with the signal', async () => {
    const wakeUp = createWakeUp();
    const ended = new AbortController();
    const waiting = wakeUp.wait(LONG_MS, ended.signal);

    ended.abort();

    await expect(waiting).resolves.toBeUndefined();
    await expect(wakeUp.wait(LONG_MS, ended.signal)).resolves.toBeUndefined();
    await expect(wakeUp.wait(1, NEVER)).resolves.toBeUndefined();
  });
});
