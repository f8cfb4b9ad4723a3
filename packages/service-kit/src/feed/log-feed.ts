import { setTimeout as pause } from 'node:timers/promises';
import { decodeEvent, type KnownEvent, parseKnownEvent, type ServiceName } from '@qianshou/events';
import { Counter, type Registry } from 'prom-client';
import type { Companion, CompanionParts } from '../service/companion.ts';
import type { Broker, IncomingBatch, IncomingMessage } from '../kafka/broker.ts';
import { createPulse } from '../loops/pulse.ts';
import { scrapedGauge } from '../loops/scraped-gauge.ts';
import type { VerifyRecord } from '../signing/record-signature.ts';
import type { LogPart, LogReader } from './log-reader.ts';

export interface LogFeedOptions extends CompanionParts {
  readonly service: ServiceName;
  readonly reader: LogReader;
}

const TRY_AGAIN_MS = 1_000;
const HEARTBEAT_MS = 1_000;

/** Reads the logs for as long as the process lives; what waits is taken together, in one transaction of the reader. */
export async function startLogFeed(options: LogFeedOptions): Promise<Companion> {
  const { service, reader, broker, logger, metrics } = options;
  const pulse = createPulse({ name: 'log feed', logger, metrics });
  const group = `qianshou.${service}.feed-${await reader.epoch()}.v1`;
  const places = new Map((await reader.places()).map((place) => [keyOf(place), place.next]));
  const refused = refusals(metrics);
  const takeTogether = together(reader, places);
  const handle = async (batch: IncomingBatch): Promise<void> => {
    const part = partOf(options, batch, places.get(keyOf(batch)) ?? 0n, refused);
    const heartbeat = setInterval(() => void batch.heartbeat(), HEARTBEAT_MS);
    try {
      await takeTogether(part);
      batch.resolve(String(part.next - 1n));
      pulse.beat();
    } catch (error) {
      pulse.failed(error, 'what was read of the logs could not be taken in');
      await pause(TRY_AGAIN_MS);
    } finally {
      clearInterval(heartbeat);
    }
  };
  const member = broker.start(group, reader.topics, handle, { fetched: pulse.beat, failed: pulse.failed });
  scrapedGauge({
    metrics,
    name: 'log_feed_lag',
    help: 'Records of the logs that are not taken in yet',
    labelNames: ['topic'],
    read: async () => lagOf(await broker.offsets(group, reader.topics)),
  });
  return {
    name: pulse.name,
    healthy: pulse.healthy,
    problem: pulse.problem,
    stop: async () => {
      await member.stop();
      pulse.rest();
      await reader.close();
    },
  };
}

/** One at a time; whatever came meanwhile goes along with the next. */
function together(reader: LogReader, places: Map<string, bigint>): (part: LogPart) => Promise<void> {
  let waiting: LogPart[] = [];
  let turn: Promise<void> | null = null;
  const next = async (before: Promise<void> | null): Promise<void> => {
    await before?.catch(() => undefined);
    const parts = waiting;
    waiting = [];
    turn = null;
    await reader.take(parts);
    for (const part of parts) places.set(keyOf(part), part.next);
  };
  let running: Promise<void> | null = null;
  return (part) => {
    waiting.push(part);
    if (turn === null) {
      turn = next(running);
      running = turn;
    }
    return turn;
  };
}

function partOf(
  { reader, verify, logger }: LogFeedOptions,
  { topic, partition, messages }: IncomingBatch,
  from: bigint,
  refused: Counter<'topic'>,
): LogPart {
  const wanted = messages.filter(
    ({ offset, headers }) => BigInt(offset) >= from && reader.reads(headers['ce_type'] ?? ''),
  );
  const events = wanted.flatMap((message) => {
    try {
      return read(message, verify) ?? [];
    } catch (error) {
      refused.inc({ topic });
      logger.warn({ err: error, topic, partition, offset: message.offset }, 'a record is passed over');
      return [];
    }
  });
  const told = events.at(-1)?.time;
  const next = BigInt(messages.at(-1)?.offset ?? '-1') + 1n;
  return { topic, partition, next, events, toldUpTo: told === undefined ? null : new Date(told) };
}

/** @throws for a record that its service did not sign, or that is no event. */
function read(message: IncomingMessage, verify: VerifyRecord): KnownEvent | null {
  const envelope = decodeEvent(message.value ?? new Uint8Array());
  const fault = verify(message, envelope.source);
  if (fault !== null) throw new Error(`the record is ${fault}`);
  return parseKnownEvent(envelope);
}

function refusals(metrics: Registry): Counter<'topic'> {
  return new Counter({
    name: 'log_feed_refused_total',
    help: 'Records that were passed over because they are not signed by their service or no events',
    labelNames: ['topic'] as const,
    registers: [metrics],
  });
}

function lagOf(offsets: Awaited<ReturnType<Broker['offsets']>>) {
  const byTopic = Map.groupBy(offsets, ({ topic }) => topic);
  return [...byTopic].map(([topic, ofTopic]) => ({
    labels: { topic },
    value: ofTopic.reduce((sum, { committed, end }) => sum + Number(end - committed), 0),
  }));
}

function keyOf({ topic, partition }: Pick<LogPart, 'topic' | 'partition'>): string {
  return `${topic}/${partition}`;
}
