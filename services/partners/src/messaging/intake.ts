import { decodeEvent, type EventEnvelope, TOPICS } from '@qianshou/events';
import type { IncomingBatch, IncomingMessage, RunningConsumer } from '@qianshou/service-kit/kafka';
import { pauseUnlessAborted } from '@qianshou/service-kit/lease';
import { createPulse, scrapedGauge } from '@qianshou/service-kit/loops';
import type { Companion, CompanionParts } from '@qianshou/service-kit/service';
import { EPOCH, SEQ } from '@qianshou/service-kit/signing';
import type { HeardRecord } from '../application/feed/ports.ts';
import type { UseCases } from '../application/use-cases.ts';
import { fieldsDisclosedOf } from '../domain/feed/disclosure.ts';
import { missingOf } from '../domain/feed/log-places.ts';

type Deps = Pick<UseCases, 'followTypes' | 'hasNewTypes' | 'heardOfServices' | 'takeRecords'>;

const GROUP = 'qianshou.partners.feed.v1';
const LISTENED = TOPICS.filter(({ owner }) => owner !== 'partners');
const NAMES = LISTENED.map(({ name }) => name);
const AGAIN_AFTER_MS = 1_000;

/** Reads the services' topics into the hub's log, batch by batch. */
export function startIntake(parts: CompanionParts, useCases: Deps): Companion {
  const { broker, metrics } = parts;
  const logger = parts.logger.child({ part: 'feed' });
  const pulse = createPulse({ name: 'feed intake', logger, metrics });
  const stopping = new AbortController();
  let member: RunningConsumer | undefined;

  const take = async (batch: IncomingBatch): Promise<void> => {
    try {
      await useCases.takeRecords(batch.messages.flatMap((message) => readRecord(message, parts)));
      for (const { offset } of batch.messages.slice(-1)) batch.resolve(offset);
      pulse.beat();
    } catch (error) {
      pulse.failed(error, 'a batch was not taken into the feed: it comes again');
      await pauseUnlessAborted(AGAIN_AFTER_MS, stopping.signal);
    }
  };
  const begin = async (): Promise<void> => {
    if (await useCases.hasNewTypes()) await broker.rewind(GROUP, NAMES);
    await useCases.followTypes();
    if (stopping.signal.aborted) return;
    member = broker.start(GROUP, NAMES, take, { fetched: pulse.beat, failed: pulse.failed });
  };
  const beginning = untilItWorks(begin, stopping.signal, pulse.failed);
  showGaps(parts, useCases);
  return {
    name: 'feed intake',
    healthy: pulse.healthy,
    problem: pulse.problem,
    stop: async () => {
      stopping.abort();
      await beginning;
      await member?.stop();
      pulse.rest();
    },
  };
}

async function untilItWorks(
  work: () => Promise<void>,
  stopping: AbortSignal,
  failed: (error: unknown) => void,
): Promise<void> {
  for (let done = false; !done && !stopping.aborted;) {
    try {
      await work();
      done = true;
    } catch (error) {
      failed(error);
      await pauseUnlessAborted(AGAIN_AFTER_MS, stopping);
    }
  }
}

/** What nobody is told of need not be read: its place in the log is all that counts. */
function readRecord(message: IncomingMessage, parts: CompanionParts): readonly HeardRecord[] {
  const service = LISTENED.find(({ name }) => name === message.topic)?.owner;
  if (service === undefined) return [];
  const place = placeOf(message);
  const isTold = fieldsDisclosedOf(message.headers['ce_type'] ?? '') !== null;
  if (!isTold) return [{ service, place, event: null }];
  const event = verifiedEvent(message, parts);
  return event === null ? [] : [{ service, place, event }];
}

function placeOf({ headers: { [SEQ]: seq, [EPOCH]: epoch = '1' } }: IncomingMessage): HeardRecord['place'] {
  return seq === undefined ? null : { seq: Number(seq), epoch: Number(epoch) };
}

function verifiedEvent(message: IncomingMessage, { verify, logger }: CompanionParts): EventEnvelope | null {
  const event = eventOf(message);
  const fault = event === null ? 'UNREADABLE' : verify(message, event.source);
  if (fault === null) return event;
  const { topic, partition, offset } = message;
  logger.warn({ topic, partition, offset, fault }, 'a record is not told to partners');
  return null;
}

function eventOf({ value }: IncomingMessage): EventEnvelope | null {
  try {
    return value === null ? null : decodeEvent(value);
  } catch {
    return null;
  }
}

function showGaps({ metrics }: CompanionParts, { heardOfServices }: Deps): void {
  scrapedGauge({
    metrics,
    name: 'feed_records_missing',
    help: "Places in a service's log that have not come although later ones have",
    labelNames: ['service'],
    read: async () => {
      const heard = await heardOfServices();
      return Object.entries(heard).map(([service, of]) => ({ labels: { service }, value: missingOf(of) }));
    },
  });
}
