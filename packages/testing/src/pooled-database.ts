import type { Connection } from '@qianshou/service-kit/mongo';
import { type FreshDatabase, freshDatabase, openDatabase } from './fresh-database.ts';
import { preparedWith, refill } from './prepared-database.ts';
import { type Changes, watchChanges } from './watched-changes.ts';

/** What a graph left behind: its collections and indexes stand, and so does what it wrote. */
interface Left {
  readonly database: string;
  readonly written: ReadonlySet<string>;
}

export interface PooledDatabase {
  readonly connection: Connection;
  /** Whether an earlier graph of the service made its collections and its indexes, and prepared them. */
  readonly isReady: boolean;
  /** Says that the service has made what it makes: from here on it is seen what a test writes. */
  readonly watch: () => void;
  /** For the next graph; dropped where it is no longer shaped as the service makes it. */
  readonly giveBack: () => Promise<void>;
}

/** Of this worker, which runs one test file after the other. */
const leftOf = new Map<string, Left[]>();

/**
 * A database for one graph at a time. To make the collections and indexes of a service takes longer than most tests: the
 * next graph of its kind gets what the last one stopped using, emptied and filled again as it was prepared.
 */
export async function pooledDatabase(service: string, isPrepared: boolean): Promise<PooledDatabase> {
  const kind = `${service} ${isPrepared}`;
  const left = leftOf.get(kind)?.pop();
  const opened =
    left === undefined ? await freshDatabase(service) : await openDatabase(service, left.database);
  const { connection } = opened;
  if (left !== undefined)
    await refill(connection, isPrepared ? preparedWith(connection, service) : null, left.written);
  const changes: Changes = { written: new Set(), isReshaped: false };
  return {
    connection,
    isReady: left !== undefined,
    watch: () => watchChanges(connection, changes),
    giveBack: () => giveBack(kind, opened, changes),
  };
}

async function giveBack(kind: string, { connection, drop }: FreshDatabase, changes: Changes): Promise<void> {
  if (changes.isReshaped) return drop();
  const { name } = connection;
  await connection.close();
  leftOf.set(kind, [...(leftOf.get(kind) ?? []), { database: name, written: changes.written }]);
}
