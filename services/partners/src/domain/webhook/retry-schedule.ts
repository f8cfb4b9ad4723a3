/** Seconds before each attempt: about four days in all. */
export const DELAYS: readonly number[] = [0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];

const LONGEST = 86_400;
/** Each way, so that a receiver that comes back is not met by all at once. */
const SPREAD = 0.2;

export interface Failed {
  /** How many attempts were made. */
  readonly attempts: number;
  readonly at: Date;
  /** 0 to 1. */
  readonly chance: number;
  /** Seconds, as the receiver asked for them. */
  readonly retryAfter: number | null;
}

/** When to try again; null when it was tried often enough. A receiver may ask for more time, never for less. */
export function nextAttempt({ attempts, at, chance, retryAfter }: Failed): Date | null {
  const delay = DELAYS[attempts];
  if (delay === undefined) return null;
  const spread = delay * (1 - SPREAD + 2 * SPREAD * chance);
  const asked = Math.min(Math.max(retryAfter ?? 0, 0), LONGEST);
  return new Date(at.getTime() + Math.max(spread, asked) * 1_000);
}

export type Verdict = 'DELIVERED' | 'FAILED' | 'GONE';

/** Only 2xx is taken for received: a redirect is followed by nobody, and 410 asks never to be called again. */
export function verdictOn(status: number | null): Verdict {
  if (status === 410) return 'GONE';
  return status !== null && status >= 200 && status < 300 ? 'DELIVERED' : 'FAILED';
}

/** `retry-after` in seconds, whether it says seconds or a day; null where it says neither. */
export function retryAfterOf(header: string | undefined, now: Date): number | null {
  if (header === undefined) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header);
  const until = Date.parse(header);
  return Number.isNaN(until) ? null : Math.max(0, (until - now.getTime()) / 1_000);
}
