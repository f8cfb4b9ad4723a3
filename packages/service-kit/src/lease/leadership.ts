import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../logging/index.ts';
import { acquireLease, type Lease, type LeaseRequest } from './lease.ts';

export interface LeadershipOptions extends LeaseRequest {
  readonly logger: Logger;
  /** Runs while the lease is held; returns or throws when `lost` aborts. A failure gives the lease back first. */
  readonly lead: (lease: Lease) => Promise<void>;
}

export interface Leadership {
  readonly leading: () => boolean;
  /** Aborts the lease, waits for the work to end and gives the lease back. */
  readonly stop: () => Promise<void>;
}

/** Also the pause after a failure: a fault that stays must not become a busy loop. */
const CANDIDACY_MS = 1_000;

/** Stands for a lease as long as the process lives, and does the work whenever it holds it. */
export function startLeadership(options: LeadershipOptions): Leadership {
  const stopping = new AbortController();
  let leading = false;

  const term = async (): Promise<void> => {
    const held = await acquireLease(options);
    if (held === null) return;
    const lost = AbortSignal.any([held.lost, stopping.signal]);
    leading = true;
    options.logger.debug({ lease: held.name, fence: held.fence }, 'took the lease');
    try {
      await options.lead({ ...held, lost });
    } finally {
      leading = false;
      await held.release();
    }
  };

  const candidacy = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await term().catch((error: unknown) => {
        if (!stopping.signal.aborted)
          options.logger.warn({ err: error, lease: options.name }, 'a term ended early');
      });
      await pause(CANDIDACY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };

  const done = candidacy();
  return {
    leading: () => leading,
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}
