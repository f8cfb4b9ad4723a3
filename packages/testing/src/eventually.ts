import { setTimeout as pause } from 'node:timers/promises';

/** Waits until the check stops throwing, and throws what it threw last when it never does. */
export async function eventually<Result>(
  check: () => Promise<Result> | Result,
  within = 20_000,
): Promise<Result> {
  const until = Date.now() + within;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
      await pause(50);
    }
  }
}
