import type { Connection } from '@qianshou/service-kit/mongo';

/** What was done to a database through one connection. */
export interface Changes {
  readonly written: Set<string>;
  isReshaped: boolean;
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

/** From now on. */
export function watchChanges(connection: Connection, changes: Changes): void {
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
