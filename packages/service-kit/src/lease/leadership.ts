import { setTimeout as pause } from 'node:timers/promises';
import { Registry } from 'prom-client';
import type { Logger } from '../logging/logger.ts';
import { createPulse, type Pulse } from '../loops/pulse.ts';
import { acquireLease, type Lease, type LeaseRequest } from './lease.ts';

export interface LeadershipOptions extends LeaseRequest {
  readonly logger: Logger;
  /** Given by whoever shows it to operators. */
  readonly pulse?: Pulse;
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
  const { name, logger, pulse = createPulse({ name, logger, metrics: new Registry() }) } = options;
  const stopping = new AbortController();
  let leading = false;

  const term = async (): Promise<void> => {
    const held = await acquireLease(options);
    pulse.beat();
    if (held === null) return;
    const lost = AbortSignal.any([held.lost, stopping.signal]);
    leading = true;
    logger.debug({ lease: held.name, fence: held.fence }, 'took the lease');
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
        if (!stopping.signal.aborted) pulse.failed(error, 'a term ended early');
      });
      await pause(CANDIDACY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    pulse.rest();
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

/** Turns until the lease is lost. A turn that fails is told, and tried again after a pause: the lease is kept. */
export async function turnWhileLeading(
  { lost }: Pick<Lease, 'lost'>,
  pulse: Pulse,
  turn: () => Promise<void>,
): Promise<void> {
  while (!lost.aborted) {
    try {
      await turn();
      pulse.beat();
    } catch (error) {
      if (lost.aborted) break;
      pulse.failed(error);
      await pause(CANDIDACY_MS, undefined, { signal: lost }).catch(() => undefined);
    }
  }
  // What failed here is whose turn it is now to get on with.
  pulse.rest();
}
