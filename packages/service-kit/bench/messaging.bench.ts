import { setTimeout as pause } from 'node:timers/promises';
import { sign, verify } from '../test/signers.ts';
import { awardId, versionsOf } from '../test/two-services.ts';
import { aPair, consumerOf, type Pair, relayOf, type Servers } from '../test/wiring.ts';

export interface Measurement {
  readonly what: string;
  readonly unit: 'ms' | 'events/s';
  readonly value: number;
  readonly goal: number;
  readonly reached: boolean;
}

const PER_SECOND = 50;
const LATENCY_EVENTS = 500;
const BACKLOG = 20_000;
const AWARDS = 500;

/** Events from one service's commit to the other's effect, on real servers; each part also checks what it measured. */
export async function benchMessaging(servers: Servers): Promise<readonly Measurement[]> {
  return [...signatures(), ...(await withPair(servers, latency)), ...(await withPair(servers, throughput))];
}

const SIGNED = 2_000;

/** What trust costs: each record is signed once and verified by each service that follows it. */
function signatures(): readonly Measurement[] {
  const record = {
    topic: 'qianshou.funding.v1',
    key: awardId(1),
    value: Buffer.alloc(700, 'x'),
    headers: {},
  };
  const signing = performance.now();
  const records = Array.from({ length: SIGNED }, () => sign('funding')(record));
  const perSigned = (performance.now() - signing) / SIGNED;
  const verifying = performance.now();
  const faults = records.map((each) => verify({ ...each, partition: 0, offset: '0' }, '/qianshou/funding'));
  const perVerified = (performance.now() - verifying) / SIGNED;
  if (faults.some((fault) => fault !== null)) throw new Error('what was signed was not verified');
  return [atMost('signing a record', perSigned, 0.2), atMost('verifying a record', perVerified, 0.4)];
}

async function withPair(
  servers: Servers,
  measure: (pair: Pair) => Promise<readonly Measurement[]>,
): Promise<readonly Measurement[]> {
  const pair = await aPair(servers);
  try {
    return await measure(pair);
  } finally {
    await pair.end();
  }
}

async function latency(pair: Pair): Promise<readonly Measurement[]> {
  const relay = await relayOf(pair.from, pair.broker);
  const consumer = await consumerOf(pair.to, pair.broker);
  const seen = new Map<string, number>();
  const effects = pair.to.collection('histories').watch();
  effects.on('change', (change) => {
    if ('documentKey' in change) seen.set(String(change.documentKey._id), performance.now());
  });
  await pair.funding.pay(0);
  await until(() => seen.has(awardId(0)));

  const delays: Promise<number>[] = [];
  for (let award = 1; award <= LATENCY_EVENTS; award += 1) {
    const paid = pair.funding.pay(award).then(() => performance.now());
    delays.push(
      paid.then((at) =>
        until(() => seen.has(awardId(award))).then(() => (seen.get(awardId(award)) ?? 0) - at),
      ),
    );
    await pause(1_000 / PER_SECOND);
  }
  const sorted = (await Promise.all(delays)).toSorted((a, b) => a - b);
  await effects.close();
  await consumer.stop();
  await relay.stop();
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return [
    atMost('commit to effect in another service, 50 a second, p50', at(0.5), 20),
    atMost('commit to effect in another service, 50 a second, p99', at(0.99), 80),
  ];
}

async function throughput(pair: Pair): Promise<readonly Measurement[]> {
  await fillOutbox(pair);
  const outbox = pair.from.collection('outbox');
  const relaying = performance.now();
  const relay = await relayOf(pair.from, pair.broker);
  await until(async () => (await outbox.countDocuments({ publishedAt: null }, { limit: 1 })) === 0);
  const relayed = BACKLOG / seconds(relaying);
  await relay.stop();

  const consuming = performance.now();
  const consumer = await consumerOf(pair.to, pair.broker);
  await until(async () => (await pair.to.collection('inbox').estimatedDocumentCount()) >= BACKLOG);
  const consumed = BACKLOG / seconds(consuming);
  await consumer.stop();
  const versions = await versionsOf(pair.to, AWARDS - 1);
  if (versions.length !== BACKLOG / AWARDS || versions.some((version, at) => version !== at + 1)) {
    throw new Error('the consumer was fast, but wrong');
  }
  return [
    atLeast('relay of a full outbox, published and marked', relayed, 5_000),
    atLeast('consumer catching up, inbox and effect', consumed, 3_000),
  ];
}

/** As commands would have written them, without waiting for each. */
async function fillOutbox(pair: Pair): Promise<void> {
  await pair.funding.pay(0);
  const outbox = pair.from.collection('outbox');
  const [model] = await outbox.find().toArray();
  if (model === undefined) throw new Error('nothing was written');
  await outbox.deleteMany({});
  const rows = Array.from({ length: BACKLOG }, (_, at) => {
    const aggregateId = awardId(at % AWARDS);
    const sequence = Math.floor(at / AWARDS) + 1;
    const id = `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`;
    const position = { id, subject: `reward-award/${aggregateId}`, partitionkey: aggregateId };
    const data = { ...model['event'].data, awardId: aggregateId };
    const event = { ...model['event'], ...position, sequence: String(sequence), data };
    return {
      ...model,
      _id: id as never,
      aggregateId,
      sequence,
      event,
      at: new Date(Date.now() - BACKLOG + at),
    };
  });
  for (let at = 0; at < rows.length; at += 5_000) await outbox.insertMany(rows.slice(at, at + 5_000));
}

async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await check())) await pause(25);
}

const seconds = (since: number): number => (performance.now() - since) / 1_000;

function atMost(what: string, value: number, goal: number): Measurement {
  return { what, unit: 'ms', value, goal, reached: value <= goal };
}

function atLeast(what: string, value: number, goal: number): Measurement {
  return { what, unit: 'events/s', value, goal, reached: value >= goal };
}
