import type { RegionCode } from '@qianshou/kernel';
import { alone } from '../lease/alone.ts';
import type { Connection } from '../mongo/connection.ts';
import type { Subscriptions } from '../inbox/subscriptions.ts';
import type { CopiesOfOthers } from './declaration.ts';
import type { CopyDifference } from './differences.ts';
import { reconcile, type Reconciled } from './reconcile.ts';
import { type OwnersLogs, replayOf } from './replay.ts';

/** Of a service with its ports filled in: what hears the logs, and what is decided anew by what was heard. */
export interface Hearing {
  readonly subscriptions: Subscriptions;
  readonly judgeAnew?: (countyCode: RegionCode) => Promise<void>;
}

export interface CopiesOptions {
  readonly copies: CopiesOfOthers;
  readonly connection: Connection;
  readonly logs: OwnersLogs;
  /** Fills the service's ports with a database: with its own, and with one beside it. */
  readonly wire: (connection: Connection) => Hearing;
  readonly rebuild: boolean;
  readonly onDifference: (difference: CopyDifference) => void;
  readonly onProgress?: (line: string) => void;
}

export type CopiesReport = Omit<Reconciled, 'counties'>;

/**
 * Lets the service hear the owners' logs from their beginning in a database beside its own, with the reactions that
 * it has anyway, and compares what comes of it with the copies that it keeps.
 */
export async function compareCopies(options: CopiesOptions): Promise<CopiesReport> {
  const { connection } = options;
  return alone(connection, 'copies', async () => {
    // The name is always the same: what a run that was killed has left is thrown away by the next one.
    const beside = connection.useDb(`${connection.name}_heard_anew`);
    await beside.dropDatabase();
    try {
      return await compare(options, beside);
    } finally {
      await beside.dropDatabase();
    }
  });
}

async function compare(options: CopiesOptions, beside: Connection): Promise<CopiesReport> {
  const { copies, connection, logs, wire, rebuild, onDifference, onProgress } = options;
  const own = wire(connection);
  const { subscriptions } = wire(beside);
  const replay = replayOf({
    beside,
    subscriptions,
    copies,
    logs,
    onProgress: (owner, place, of) => onProgress?.(`${owner}: ${place} of ${of} events heard`),
  });
  const { counties, ...report } = await reconcile({
    connection,
    beside,
    replay,
    rebuild,
    onDifference,
    kept: copies.kept,
    onProgress: (noun, count) => onProgress?.(`${count} copies compared, now ${noun}`),
  });
  for (const county of counties) await own.judgeAnew?.(county);
  return report;
}
