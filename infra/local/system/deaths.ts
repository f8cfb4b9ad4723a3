import type { Exit } from '../servers/index.ts';

/** So many deaths within so long a time are no accident any more. */
const MOST = 5;
const WITHIN_MS = 120_000;

/** Counts the deaths of one process: false when it died so often that starting it again is of no use. */
export function patienceWithDeaths(now: () => number = Date.now): () => boolean {
  let deaths: readonly number[] = [];
  return () => {
    deaths = [...deaths.filter((at) => now() - at < WITHIN_MS), now()];
    return deaths.length < MOST;
  };
}

export function howItEnded({ code, signal }: Exit): string {
  return signal === null ? `ended with exit code ${code}` : `was killed (${signal})`;
}
