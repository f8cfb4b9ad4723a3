import type { Clock, ImportKind } from '@qianshou/kernel';
import type { Connection } from 'mongoose';
import type { Registry } from 'prom-client';
import type { Lease } from '../lease/lease.ts';
import type { WakeUp } from '../lease/wake-up.ts';
import type { Logger } from '../logging/logger.ts';
import type { ImportFiles } from './import-files.ts';
import type { ImportStore } from './import-store.ts';

export interface RunnerParts {
  readonly connection: Connection;
  readonly store: ImportStore;
  readonly files: ImportFiles;
  readonly kinds: readonly ImportKind[];
  readonly clock: Clock;
  readonly logger: Logger;
  /** Rung by what callers do in this process. */
  readonly wakeUp: WakeUp;
  readonly metrics: Registry;
  readonly leaseMs?: number;
}

/** Runs what it is given one after the other, first come, first served: imports take turns row by row. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

export interface PassControl {
  readonly lease: Lease;
  /** Whether the pass ends after the rows at hand, to be gone on with later. */
  readonly makesRoom: () => boolean;
  readonly inTurn: InTurn;
}
