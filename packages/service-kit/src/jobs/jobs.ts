import { setTimeout as pause } from 'node:timers/promises';
import { randomUUIDv7 } from 'node:crypto';
import type { ServiceName } from '@qianshou/events';
import type { Connection } from 'mongoose';
import { type Lease, startLeadership } from '../lease/index.ts';
import type { Logger } from '../logging/index.ts';
import { inScope } from '../scope/index.ts';

/** Something that one process of a service does every so often. Must bear being run again after a crash. */
export interface Job {
  readonly name: string;
  readonly everySeconds: number;
  readonly run: () => Promise<void>;
}

export interface JobsOptions {
  readonly connection: Connection;
  readonly service: ServiceName;
  readonly jobs: readonly Job[];
  readonly logger: Logger;
  readonly leaseMs?: number;
}

export interface RunningJobs {
  readonly stop: () => Promise<void>;
}

interface JobRun {
  readonly _id: string;
  readonly dueAt: Date;
}

const LOOK_EVERY_MS = 1_000;

/** Runs each job when it is due, one after the other, in one process at a time. A failed run waits for its next turn. */
export function startJobs(options: JobsOptions): RunningJobs {
  const { connection, logger, leaseMs } = options;
  const leadership = startLeadership({
    connection,
    name: 'jobs',
    logger: logger.child({ part: 'jobs', of: options.service }),
    lead: (lease) => keepRunning(options, lease),
    ...(leaseMs === undefined ? {} : { ttlMs: leaseMs }),
  });
  return { stop: leadership.stop };
}

async function keepRunning(options: JobsOptions, lease: Lease): Promise<void> {
  while (!lease.lost.aborted) {
    for (const job of options.jobs) {
      if (!lease.lost.aborted && (await isDue(options.connection, job))) await runOnce(options.logger, job);
    }
    await pause(LOOK_EVERY_MS, undefined, { signal: lease.lost }).catch(() => undefined);
  }
}

/** Takes the turn before the run, in server time: a job that kills its process does not do so at every start. */
async function isDue(connection: Connection, { name, everySeconds }: Job): Promise<boolean> {
  const runs = connection.collection<JobRun>('jobs');
  await runs.updateOne({ _id: name }, { $setOnInsert: { dueAt: new Date(0) } }, { upsert: true });
  const turn = await runs.updateOne({ _id: name, $expr: { $lte: ['$dueAt', '$$NOW'] } }, [
    { $set: { dueAt: { $add: ['$$NOW', everySeconds * 1_000] } } },
  ]);
  return turn.modifiedCount === 1;
}

async function runOnce(logger: Logger, job: Job): Promise<void> {
  const since = performance.now();
  try {
    await inScope({ correlationId: randomUUIDv7() }, job.run);
    logger.debug({ job: job.name, ms: Math.round(performance.now() - since) }, 'a job ran');
  } catch (error) {
    logger.error({ err: error, job: job.name }, 'a job failed');
  }
}
