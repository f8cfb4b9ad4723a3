import { type Connection, trusted } from '@qianshou/service-kit/mongo';
import type { RecordTexts } from '../../application/station/ports.ts';
import { type MarkedRecords, markedTexts, type TextRecord } from '../../domain/station/stored-texts.ts';

/** Each holds its texts by station, under an index on it. */
const COLLECTIONS = [
  'complaints',
  'service_records',
  'station_evaluations',
  'station_visits',
  'village_rooms',
] as const;

type Collection = (typeof COLLECTIONS)[number];

/** What the kit and the lists keep beside the texts. */
const NO_TEXTS = { search: 0, regions: 0, workerIds: 0 } as const;

/** Of each station and kind: whoever looks for what must be put right is told where reading stopped. */
const MOST_READ = 5_000;

/** Branches of one command; the database takes at most 1,000 stages. */
const MOST_AT_ONCE = 100;

type Stored = Omit<TextRecord, 'id'> & { readonly _id: string };

/** Read when somebody asks: what was written since texts are looked at points at nobody, and a station keeps few records. */
export function mongoRecordTexts(connection: Connection): RecordTexts {
  return {
    findMarked: async (ids) => {
      const found: MarkedRecords[] = [];
      for (let at = 0; at < ids.length; at += MOST_AT_ONCE)
        found.push(...(await markedOf(connection, ids.slice(at, at + MOST_AT_ONCE))));
      return found;
    },
  };
}

async function markedOf(
  connection: Connection,
  ids: readonly TextRecord['stationId'][],
): Promise<readonly MarkedRecords[]> {
  const read = await Promise.all(COLLECTIONS.map((name) => markedIn(connection, name, ids)));
  return ids.map((id) => ({
    marked: read.flatMap(({ marked }) => marked.get(id) ?? []),
    stoppedAt: read.flatMap(({ name, count }) =>
      (count.get(id) ?? 0) > MOST_READ ? [{ kind: name, read: MOST_READ }] : [],
    ),
  }));
}

interface ReadCollection {
  readonly name: Collection;
  readonly marked: ReadonlyMap<string, readonly TextRecord[]>;
  readonly count: ReadonlyMap<string, number>;
}

/** A limit to each station, in one command: nobody's many records hide another's. Only what is marked is kept. */
async function markedIn(
  connection: Connection,
  name: Collection,
  ids: readonly string[],
): Promise<ReadCollection> {
  const marked = new Map<string, TextRecord[]>();
  const count = new Map<string, number>();
  for await (const { _id, ...record } of rowsOf(connection, name, [...new Set(ids)])) {
    const already = count.get(record.stationId) ?? 0;
    count.set(record.stationId, already + 1);
    const one = { ...record, id: _id };
    if (already >= MOST_READ || markedTexts(one).length === 0) continue;
    marked.set(one.stationId, [...(marked.get(one.stationId) ?? []), one]);
  }
  return { name, marked, count };
}

function rowsOf(connection: Connection, name: Collection, ids: readonly string[]): AsyncIterable<Stored> {
  // Most service records have no note: they have no text.
  const withText = name === 'service_records' ? { note: trusted({ $type: 'string' }) } : {};
  const [first = [], ...others] = ids.map((stationId) => [
    { $match: { stationId, ...withText } },
    { $limit: MOST_READ + 1 },
    { $project: NO_TEXTS },
  ]);
  return connection
    .collection(name)
    .aggregate<Stored>([...first, ...others.map((pipeline) => ({ $unionWith: { coll: name, pipeline } }))]);
}
