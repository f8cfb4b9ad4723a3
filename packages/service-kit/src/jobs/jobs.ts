import { setTimeout as pause } from 'node:timers/promises';
import { randomUUIDv7 } from 'node:crypto';
import type { ServiceName } from '@qianshou/events';
import type { Connection } from 'mongoose';
import { Registry } from 'prom-client';
import { byThePlatform } from '../audit/decision.ts';
import { startLeadership, turnWhileLeading } from '../lease/leadership.ts';
import type { Lease } from '../lease/lease.ts';
import type { Logger } from '../logging/logger.ts';
import { createPulse, type Pulse } from '../loops/pulse.ts';
import { inScope } from '../scope/scope.ts';

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
  readonly metrics?: Registry;
  readonly leaseMs?: number;
}

export interface RunningJobs {
  readonly stop: () => Promise<void>;
  /** Of the loop that looks for what is due, and of each job. */
  readonly pulses: readonly Pulse[];
}

interface JobRun {
  readonly _id: string;
  readonly dueAt: Date;
}

const LOOK_EVERY_MS = 1_000;

/** Runs each job when it is due, one after the other, in one process at a time. A failed run waits for its next turn. */
export function startJobs(options: JobsOptions): RunningJobs {
  const { connection, leaseMs, metrics = new Registry() } = options;
  const logger = options.logger.child({ part: 'jobs', of: options.service });
  const pulse = createPulse({ name: 'jobs', logger, metrics });
  const jobs = options.jobs.map((job) => ({
    job,
    pulse: createPulse({ name: `job ${job.name}`, logger, metrics }),
  }));
  const lead = async (lease: Lease): Promise<void> => {
    await turnWhileLeading(lease, pulse, async () => {
      for (const each of jobs) {
        if (lease.lost.aborted) return;
        if (await isDue(connection, each.job)) await runOnce(logger, each);
      }
      await pause(LOOK_EVERY_MS, undefined, { signal: lease.lost }).catch(() => undefined);
    });
    for (const each of jobs) each.pulse.rest();
  };
  const leadership = startLeadership({
    connection,
    name: 'jobs',
    logger,
    pulse,
    lead,
    ...(leaseMs === undefined ? {} : { ttlMs: leaseMs }),
  });
  return { stop: leadership.stop, pulses: [pulse, ...jobs.map((each) => each.pulse)] };
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

interface PulsingJob {
  readonly job: Job;
  readonly pulse: Pulse;
}

async function runOnce(logger: Logger, { job, pulse }: PulsingJob): Promise<void> {
  const since = performance.now();
  try {
    await inScope({ correlationId: randomUUIDv7(), decision: byThePlatform(job.name) }, job.run);
    pulse.beat();
    logger.debug({ job: job.name, ms: Math.round(performance.now() - since) }, 'a job ran');
  } catch (error) {
    pulse.failed(error, 'a job failed');
  }
}
