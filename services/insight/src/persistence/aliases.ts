import { createHmac, randomBytes } from 'node:crypto';
import type { Connection } from '@qianshou/service-kit/mongo';

const COLLECTION = 'alias_keys';
const WORKERS = 'workers';

interface AliasKey {
  readonly _id: string;
  readonly key: string;
}

/**
 * Workers stand in the store under ids that only the key of this database leads to: who has the file alone cannot tell
 * who is who, and the same worker has the same id after the store was made anew.
 */
export function mongoAliases(connection: Connection): () => Promise<(workerId: string) => string> {
  let known: Promise<string> | null = null;
  return async () => {
    const key = await (known ??= keyOf(connection).catch((error: unknown) => {
      known = null;
      throw error;
    }));
    return (workerId) => `who_${createHmac('sha256', key).update(workerId).digest('hex').slice(0, 24)}`;
  };
}

async function keyOf(connection: Connection): Promise<string> {
  const keys = connection.collection<AliasKey>(COLLECTION);
  const made = { key: randomBytes(32).toString('base64') };
  const kept = await keys.findOneAndUpdate(
    { _id: WORKERS },
    { $setOnInsert: made },
    { upsert: true, returnDocument: 'after' },
  );
  if (kept === null) throw new Error('the key of the aliases could not be kept');
  return kept.key;
}
