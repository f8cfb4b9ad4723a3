import { coalescing, type Connection, inTransaction, transactionSession } from '@qianshou/service-kit/mongo';
import { epochOf } from '@qianshou/service-kit/outbox';
import type { FeedEntry, FeedLog, HeardRecord, Places } from '../../application/feed/ports.ts';
import { hear, type Heard, laterOf, type LogPlace, NOTHING_HEARD } from '../../domain/feed/log-places.ts';
import { feedBell } from './feed-bell.ts';
import { feedModels } from './feed.model.ts';
import { recentEntries } from './recent.ts';

type Service = keyof Places;

type Collections = ReturnType<typeof feedModels>;

const END = { _id: 'feed' } as never;
const MAJORITY = { readConcern: 'majority' } as const;
const FOLLOWED = { _id: 'types' } as never;

/** One batch after another, each a transaction: places are given in the order in which they become readable. */
export function mongoFeedLog(connection: Connection, services: readonly Service[]): FeedLog {
  const collections = feedModels(connection);
  const recent = recentEntries();
  const end = together(
    async (): Promise<number> => (await collections.ends.findOne(END, MAJORITY))?.['seq'] ?? 0,
  );
  const bell = feedBell(end);
  let before: Promise<unknown> = Promise.resolve();

  const takeNow = async (records: readonly HeardRecord[]): Promise<number> => {
    const taken = await inTransaction(connection, () => append(collections, records));
    recent.add(taken);
    const last = taken.at(-1);
    if (last !== undefined) bell.ring(last.seq);
    return taken.length;
  };

  return {
    take: (records) => {
      const taken = before.then(() => takeNow(records));
      before = taken.catch(() => undefined);
      return taken;
    },
    read: async (after, limit) => recent.read(after, limit) ?? readStored(collections, after, limit),
    end,
    placesAt: (seq) => placesAt(collections, services, seq),
    epoch: together(() => epochOf(connection)),
    wait: bell.wait,
    heard: async () => {
      const sources = await collections.sources.find({}).toArray();
      return Object.fromEntries(sources.map(({ _id, ...heard }) => [String(_id), heard as unknown as Heard]));
    },
    followedTypes: async () => (await collections.followed.findOne(FOLLOWED))?.['types'] ?? null,
    followTypes: async (types) => {
      await collections.followed.updateOne(FOLLOWED, { $set: { types: [...types] } }, { upsert: true });
    },
  };
}

/** Whoever listens asks at each event: all of them at once cost two reads. */
function together<Value>(read: () => Promise<Value>): () => Promise<Value> {
  const readAll = coalescing(async (askers: readonly null[]) => {
    const value = await read();
    return askers.map(() => value);
  });
  return async () => {
    const [value] = await readAll([null]);
    return value as Value;
  };
}

async function append(
  { entries, ends, sources }: Collections,
  records: readonly HeardRecord[],
): Promise<readonly FeedEntry[]> {
  const session = transactionSession();
  await noteHeard(sources, records);
  const told = await newRecords(entries, records);
  if (told.length === 0) return [];
  const end = await ends.findOneAndUpdate(
    END,
    { $inc: { seq: told.length } },
    { session, upsert: true, returnDocument: 'after' },
  );
  const first = (end?.['seq'] as number) - told.length + 1;
  const tops = await topsOf(entries, told);
  const takenAt = new Date();
  const rows = told.map(({ service, place, event }, at) => {
    const top = laterOf(tops.get(service) ?? null, place);
    tops.set(service, top);
    return { _id: event.id, seq: first + at, event, takenAt, service, top };
  });
  await entries.insertMany(rows as never[], { session });
  return rows.map(({ seq, event }) => ({ seq, event }));
}

type ToldRecord = HeardRecord & Pick<FeedEntry, 'event'>;
type Tops = Map<string, LogPlace | null>;

/** Of each of these services: the latest place of its log that the feed has told of. */
async function topsOf(entries: Collections['entries'], told: readonly ToldRecord[]): Promise<Tops> {
  const tops: Tops = new Map();
  for (const service of new Set(told.map((each) => each.service))) {
    const session = transactionSession();
    const last = await entries.findOne({ service }, { session, sort: { seq: -1 }, projection: { top: 1 } });
    tops.set(service, (last?.['top'] as LogPlace | undefined) ?? null);
  }
  return tops;
}

async function placesAt(
  { entries }: Collections,
  services: readonly Service[],
  seq: number,
): Promise<Places> {
  const found = await Promise.all(
    services.map(async (service) => {
      const last = await entries.findOne(
        { service, seq: { $lte: seq } },
        { sort: { seq: -1 }, projection: { top: 1 } },
      );
      const top = last?.['top'] as LogPlace | null | undefined;
      return top === null || top === undefined ? [] : ([[service, top]] as const);
    }),
  );
  return Object.fromEntries(found.flat());
}

async function newRecords(
  entries: Collections['entries'],
  records: readonly HeardRecord[],
): Promise<readonly ToldRecord[]> {
  const told = new Map(
    records.flatMap(({ event, ...record }) =>
      event === null ? [] : [[event.id, { ...record, event }] as const],
    ),
  );
  if (told.size === 0) return [];
  const known = await entries
    .find({ _id: { $in: [...told.keys()] } } as never, {
      session: transactionSession(),
      projection: { _id: 1 },
    })
    .toArray();
  for (const { _id } of known) told.delete(String(_id));
  return [...told.values()];
}

async function noteHeard(sources: Collections['sources'], records: readonly HeardRecord[]): Promise<void> {
  const session = transactionSession();
  const byService = Map.groupBy(records, ({ service }) => service);
  for (const [service, ofService] of byService) {
    const before = await sources.findOne({ _id: service } as never, { session });
    const places = ofService.flatMap(({ place }) => place ?? []);
    const { epoch, through, beyond } = hear((before as unknown as Heard | null) ?? NOTHING_HEARD, places);
    await sources.updateOne(
      { _id: service } as never,
      { $set: { epoch, through, beyond } },
      { session, upsert: true },
    );
  }
}

async function readStored(
  { entries }: Collections,
  after: number,
  limit: number,
): Promise<readonly FeedEntry[]> {
  const rows = await entries
    .find({ seq: { $gt: after } }, { projection: { seq: 1, event: 1, _id: 0 }, readConcern: 'majority' })
    .sort({ seq: 1 })
    .limit(limit)
    .toArray();
  return rows as unknown as readonly FeedEntry[];
}
