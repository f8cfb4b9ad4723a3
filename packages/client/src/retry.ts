import type { Refusal } from './refusal.ts';

/** Twice as long at each attempt, from a quarter of a second; never more than half a minute. */
const FIRST_MS = 250;
const LONGEST_MS = 30_000;

/**
 * How long to wait before the same request is sent again, in milliseconds; `null` where it would be refused again, and
 * where the graph asks to stay away for longer than half a minute: people are told, then.
 * A mutation may be sent again only with the idempotency key that it had: it may have been applied.
 *
 * @param attempt how many were refused, this one included: 1, 2, …
 * @param retryAfterSeconds the header `retry-after` of the answer, where it had one
 */
export function waitBeforeRetry(
  refusals: readonly Refusal[],
  attempt: number,
  retryAfterSeconds: number | null = null,
): number | null {
  if (refusals.length === 0 || refusals.some(({ kind }) => kind !== 'UNAVAILABLE')) return null;
  if (retryAfterSeconds !== null) {
    const asked = retryAfterSeconds * 1000;
    return asked <= LONGEST_MS ? asked : null;
  }
  // Callers that were refused together do not come back together.
  const longest = Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS);
  return longest / 2 + Math.random() * (longest / 2);
}
