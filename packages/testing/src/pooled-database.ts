import type { Connection } from '@qianshou/service-kit/mongo';
import { type FreshDatabase, freshDatabase, openDatabase } from './fresh-database.ts';
import { refill } from './prepared-database.ts';

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

/** After these the collections and indexes may be other ones than the service makes. */
const RESHAPING = new Set([
  'collMod',
  'create',
  'createIndexes',
  'drop',
  'dropIndexes',
  'profile',
  'renameCollection',
]);

const WRITING = new Set(['delete', 'findAndModify', 'insert', 'update']);

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
  if (left !== undefined) await refill(opened.connection, isPrepared ? service : null, left.written);
  const changes: Changes = { written: new Set(), isReshaped: false };
  return {
    connection: opened.connection,
    isReady: left !== undefined,
    watch: () => watchChanges(opened.connection, changes),
    giveBack: () => giveBack(kind, opened, changes),
  };
}

interface Changes {
  readonly written: Set<string>;
  isReshaped: boolean;
}

function watchChanges(connection: Connection, changes: Changes): void {
  connection.getClient().on('commandStarted', ({ commandName, command }) => {
    if (RESHAPING.has(commandName)) changes.isReshaped = true;
    for (const collection of writtenBy(commandName, command)) changes.written.add(String(collection));
  });
}

/** A command names its collection under its own name; a pipeline names in its last stage where it writes. */
function writtenBy(name: string, command: Readonly<Record<string, unknown>>): readonly unknown[] {
  if (name === 'aggregate') return (command['pipeline'] as readonly object[]).flatMap(targetsOf);
  return WRITING.has(name) ? [command[name]] : [];
}

function targetsOf(stage: Readonly<{ $out?: unknown; $merge?: { into?: unknown } }>): readonly unknown[] {
  return [stage.$out, stage.$merge?.into].flatMap((to) =>
    to === undefined ? [] : [(to as { coll?: unknown }).coll ?? to],
  );
}

async function giveBack(kind: string, { connection, drop }: FreshDatabase, changes: Changes): Promise<void> {
  if (changes.isReshaped) return drop();
  const { name } = connection;
  await connection.close();
  leftOf.set(kind, [...(leftOf.get(kind) ?? []), { database: name, written: changes.written }]);
}
