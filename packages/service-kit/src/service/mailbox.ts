import type { ServiceName } from '@qianshou/events';
import type { Registry } from 'prom-client';
import { sealAuditLog } from '../audit/seal-log.ts';
import type { Fold } from '../figures/fold.ts';
import { startFigures } from '../figures/projector.ts';
import { startConsumer } from '../inbox/consumer.ts';
import { type Job, startJobs } from '../jobs/jobs.ts';
import { groupOf } from '../inbox/intake.ts';
import type { Broker } from '../kafka/broker.ts';
import { brokerHearing } from '../position/hearing.ts';
import type { Hearing } from '../position/reached.ts';
import type { Logger } from '../logging/logger.ts';
import type { Connection } from '../mongo/connection.ts';
import { createOutbox } from '../outbox/outbox.ts';
import { startRelay } from '../outbox/relay.ts';
import type { EventKeys } from '../signing/event-keys.ts';
import { recordSigner, recordVerifier } from '../signing/record-signature.ts';
import { watchBroker } from './broker-watch.ts';
import { clockProblem, showClock } from './clock-watch.ts';
import type { WiredService } from './definition.ts';
import { logProblem, showLog } from './log-watch.ts';

export interface MailboxOptions<Name extends ServiceName> {
  readonly service: Name;
  readonly fold: Fold<Name>;
  readonly wired: Pick<WiredService<unknown, unknown>, 'companions' | 'jobs' | 'imports' | 'subscriptions'>;
  readonly connection: Connection;
  readonly broker: Broker;
  readonly keys: EventKeys;
  readonly logger: Logger;
  readonly metrics: Registry;
}

export interface Mailbox {
  readonly healthy: () => boolean;
  /** What a person should look after, though requests are answered. */
  readonly problems: () => Promise<readonly string[]>;
  readonly hearing: Hearing;
  readonly stop: () => Promise<void>;
}

/** Events out, events in, figures and jobs: what runs beside the requests, and waits by itself for a broker that is away. */
export async function startMailbox<Name extends ServiceName>({
  fold,
  wired,
  keys,
  ...options
}: MailboxOptions<Name>): Promise<Mailbox> {
  const { connection, broker, logger, metrics } = options;
  const watch = watchBroker({ broker, logger, metrics });
  const relay = await startRelay({ ...options, sign: recordSigner(keys.signing) });
  const figures = await startFigures({ ...options, fold });
  const imports = wired.imports?.start({ logger, metrics });
  const jobs = startJobs({ ...options, jobs: [...(wired.jobs ?? []), sealing(options, keys)] });
  const verify = recordVerifier(keys.publicKeys);
  const listening = { purpose: 'reactions', subscriptions: wired.subscriptions, verify };
  const consumer = await startConsumer({ ...options, ...listening });
  const companions = (await wired.companions?.({ broker, verify, logger, metrics })) ?? [];
  showClock(connection, metrics);
  showLog(metrics);
  const loops = [watch.pulse, ...relay.pulses, figures.pulse, ...jobs.pulses, ...(imports?.pulses ?? [])];
  return {
    healthy: () => [relay, consumer, figures.pulse, ...companions].every(({ healthy }) => healthy()),
    problems: async () => [
      ...watch.missing().map((topic) => `topic ${topic} is missing; see docs/backup.md`),
      ...told('consumer', consumer.problem()),
      ...[...loops, ...companions].flatMap((loop) => told(loop.name, loop.problem())),
      ...[await clockProblem(connection), logProblem()].filter((problem) => problem !== null),
    ],
    hearing: brokerHearing(broker, groupOf(options.service, 'reactions'), wired.subscriptions.topics),
    stop: async () => {
      await Promise.all([consumer, ...companions].map(({ stop }) => stop()));
      await imports?.stop();
      await jobs.stop();
      await figures.stop();
      await relay.stop();
      await watch.stop();
    },
  };
}

const SEAL_EVERY_SECONDS = 5;

function sealing(
  { connection, service }: Pick<MailboxOptions<ServiceName>, 'connection' | 'service'>,
  { signing: key }: EventKeys,
): Job {
  const outbox = createOutbox({ connection, service });
  const run = async (): Promise<void> => {
    await sealAuditLog({ connection, service, outbox, key });
  };
  return { name: 'seal-audit-log', everySeconds: SEAL_EVERY_SECONDS, run };
}

function told(name: string, problem: string | null): readonly string[] {
  return problem === null ? [] : [`${name}: ${problem}`];
}
