import type { Connection } from '@qianshou/service-kit/mongo';

/** Numbers and bytes as they are stored, so that they come back as the same. */
const AS_STORED = {
  promoteValues: false,
  promoteLongs: false,
  promoteBuffers: false,
  useBigInt64: false,
} as const;

/** Reference tables are read and never written: one of as many rows as before is as before. */
const LARGE = 2_000;

/** Takes a database as it stands, and answers how it is made so again. */
export async function snapshotOf({ db }: Pick<Connection, 'db'>): Promise<() => Promise<void>> {
  if (db === undefined) throw new Error('the graph has no database');
  const names = async (): Promise<readonly string[]> =>
    (await db.listCollections({}, { nameOnly: true }).toArray())
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('system.'));
  const kept = new Map<string, readonly object[]>();
  for (const name of await names()) kept.set(name, await db.collection(name).find({}, AS_STORED).toArray());
  const restore = async (name: string): Promise<void> => {
    const documents = kept.get(name) ?? [];
    const collection = db.collection(name);
    if (documents.length > LARGE && (await collection.countDocuments()) === documents.length) return;
    await collection.deleteMany({});
    if (documents.length > 0) await collection.insertMany(documents, { ordered: false });
  };
  return async () => {
    await Promise.all((await names()).map(restore));
  };
}
