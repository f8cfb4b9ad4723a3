import { coalescing, type Connection, inTransaction, transactionSession } from '@qianshou/service-kit/mongo';
import { epochOf } from '@qianshou/service-kit/outbox';
import type { FeedEntry, FeedLog, HeardRecord } from '../../application/feed/ports.ts';
import { hear, type Heard, NOTHING_HEARD } from '../../domain/feed/log-places.ts';
import { feedBell } from './feed-bell.ts';
import { feedModels } from './feed.model.ts';
import { recentEntries } from './recent.ts';

type Collections = ReturnType<typeof feedModels>;

const END = { _id: 'feed' } as never;
const FOLLOWED = { _id: 'types' } as never;

/** One batch after another, each a transaction: places are given in the order in which they become readable. */
export function mongoFeedLog(connection: Connection): FeedLog {
  const collections = feedModels(connection);
  const recent = recentEntries();
  const end = together(async (): Promise<number> => (await collections.ends.findOne(END))?.['seq'] ?? 0);
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
  const events = await newEvents(entries, records);
  if (events.length === 0) return [];
  const end = await ends.findOneAndUpdate(
    END,
    { $inc: { seq: events.length } },
    { session, upsert: true, returnDocument: 'after' },
  );
  const first = (end?.['seq'] as number) - events.length + 1;
  const taken = events.map((event, at) => ({ seq: first + at, event }));
  const takenAt = new Date();
  await entries.insertMany(taken.map((entry) => ({ _id: entry.event.id, ...entry, takenAt })) as never[], {
    session,
  });
  return taken;
}

async function newEvents(
  entries: Collections['entries'],
  records: readonly HeardRecord[],
): Promise<readonly FeedEntry['event'][]> {
  const told = new Map(records.flatMap(({ event }) => (event === null ? [] : [[event.id, event] as const])));
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
