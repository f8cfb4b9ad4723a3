import type { Registry } from 'prom-client';
import type { Broker } from '../kafka/broker.ts';
import type { Logger } from '../logging/logger.ts';
import type { VerifyRecord } from '../signing/record-signature.ts';

/** What a service that listens in its own way is given to do so. */
export interface CompanionParts {
  readonly broker: Broker;
  readonly verify: VerifyRecord;
  readonly logger: Logger;
  readonly metrics: Registry;
}

/** What runs beside requests, reactions and jobs for as long as the process lives. */
export interface Companion {
  readonly name: string;
  /** False once only a new process helps. */
  readonly healthy: () => boolean;
  /** What a person should look after; null while it gets on. */
  readonly problem: () => string | null;
  readonly stop: () => Promise<void>;
}
