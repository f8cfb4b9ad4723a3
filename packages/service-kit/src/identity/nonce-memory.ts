import { SIGNATURE_WINDOW } from './signature.ts';

const BUCKET = 10_000;
/** Enough for 8,000 requests a second over the whole window; about 60 MB when full. */
const MOST = 500_000;

export type NonceVerdict = 'NEW' | 'SEEN' | 'FULL';

export interface NonceMemory {
  readonly admit: (nonce: string, signedAt: number, now: number) => NonceVerdict;
  readonly size: () => number;
}

/**
 * Remembers each nonce for as long as its signature could be sent again. Kept by signed time in buckets, so that
 * forgetting drops a few whole sets instead of looking at every entry. When full it refuses: a subgraph that forgot
 * early would accept a replay.
 */
export function nonceMemory(most = MOST): NonceMemory {
  const buckets = new Map<number, Set<string>>();
  let held = 0;

  const forget = (now: number): void => {
    for (const [bucket, nonces] of buckets) {
      if ((bucket + 1) * BUCKET > now - SIGNATURE_WINDOW) continue;
      held -= nonces.size;
      buckets.delete(bucket);
    }
  };

  return {
    size: () => held,
    admit: (nonce, signedAt, now) => {
      forget(now);
      const bucket = Math.floor(signedAt / BUCKET);
      const nonces = buckets.get(bucket) ?? new Set();
      if (nonces.has(nonce)) return 'SEEN';
      if (held >= most) return 'FULL';
      buckets.set(bucket, nonces.add(nonce));
      held += 1;
      return 'NEW';
    },
  };
}
