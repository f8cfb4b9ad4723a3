import type { Connection } from '@qianshou/service-kit/mongo';
import { copyDatabase, refill } from './prepared-database.ts';
import { type Changes, watchChanges } from './watched-changes.ts';

/** Takes a database as it stands, and answers how it is made so again. */
export async function snapshotOf(connection: Connection): Promise<() => Promise<void>> {
  const kept = connection.useDb(`${connection.name}_kept`);
  await copyDatabase(connection, kept.name);
  const changes: Changes = { written: new Set(), isReshaped: false };
  watchChanges(connection, changes);
  return () => refill(connection, kept, changes.written);
}
