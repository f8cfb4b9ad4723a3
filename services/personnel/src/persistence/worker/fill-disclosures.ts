import { type Connection, trusted } from '@qianshou/service-kit/mongo';

interface Stored {
  readonly _id: unknown;
  readonly workerId?: string | null;
}

/** Readings of before, which were in no list, get an id by which lists are paged, and the county whose auditor sees them. */
export async function fillDisclosures(connection: Connection): Promise<void> {
  const disclosures = connection.collection<Stored>('disclosures');
  const workers = connection.collection<{ readonly _id: string; readonly countyCode: string }>('workers');
  const without = { _id: trusted({ $type: 'objectId' }) };
  for await (const { _id, ...reading } of disclosures.find(without as never)) {
    const worker = reading.workerId ? await workers.findOne({ _id: reading.workerId }) : null;
    const filled = { ...reading, countyCode: worker?.countyCode ?? null };
    // The id follows from that of before: whoever is interrupted, or not alone, fills the same row again.
    await disclosures.replaceOne({ _id: String(_id) } as never, filled, { upsert: true });
    await disclosures.deleteOne({ _id });
  }
}
