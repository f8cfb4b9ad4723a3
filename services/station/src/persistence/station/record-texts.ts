import { type Connection, trusted } from '@qianshou/service-kit/mongo';
import type { RecordTexts } from '../../application/station/ports.ts';
import { markedTexts, type TextRecord } from '../../domain/station/stored-texts.ts';

/** Each holds its texts by station, under an index on it. */
const COLLECTIONS = ['complaints', 'service_records', 'station_evaluations', 'village_rooms'] as const;

/** What the kit and the lists keep beside the texts. */
const NO_TEXTS = { search: 0, regions: 0, workerIds: 0 } as const;

/** Whoever looks for what must be put right needs the first of it, not all; more of a station are not read. */
const MOST_READ = 5_000;

type Stored = Omit<TextRecord, 'id'> & { readonly _id: string };

/** Read when somebody asks: what was written since texts are looked at points at nobody, and a station keeps few records. */
export function mongoRecordTexts(connection: Connection): RecordTexts {
  return {
    findMarked: async (ids) => {
      const found = await Promise.all(COLLECTIONS.map((name) => markedIn(connection, name, ids)));
      const ofStations = Map.groupBy(found.flat(), ({ stationId }) => stationId);
      return ids.map((id) => ofStations.get(id) ?? []);
    },
  };
}

async function markedIn(
  connection: Connection,
  name: (typeof COLLECTIONS)[number],
  ids: readonly string[],
): Promise<readonly TextRecord[]> {
  // Most service records have no note: they have no text.
  const withText = name === 'service_records' ? { note: trusted({ $type: 'string' }) } : {};
  const rows = connection
    .collection<Stored>(name)
    .find({ stationId: trusted({ $in: [...ids] }), ...withText }, { projection: NO_TEXTS })
    .limit(MOST_READ * ids.length);
  const records = (await rows.toArray()).map(({ _id, ...record }) => ({ ...record, id: _id }));
  return records.filter((record) => markedTexts(record).length > 0);
}
