import { type Connection, isDuplicateKey } from '@qianshou/service-kit/mongo';
import { eventually } from './eventually.ts';
import { ofRun } from './run-databases.ts';

interface Template {
  readonly _id: string;
  readonly ready: boolean;
}

const BUILT_WITHIN_MS = 60_000;

/** So many are copied faster with their indexes made anew than one by one. */
const MANY = 2_000;

const templatesOf = (connection: Connection, name: string) =>
  connection.useDb(name).collection<Template>('templates');

/**
 * Does what a service does at its start, once for all test files of a run: whoever comes first leaves a copy of the
 * database, and everybody else takes that instead of reading 44,703 regions again.
 */
export async function prepareFromTemplate(
  connection: Connection,
  service: string,
  prepare: (() => Promise<void>) | undefined,
): Promise<void> {
  if (prepare === undefined) return;
  const name = templateOf(service);
  const templates = templatesOf(connection, name);
  if (await comesFirst(templates, service)) {
    await prepare();
    await copyDatabase(connection, name);
    await templates.updateOne({ _id: service }, { $set: { ready: true } });
    return;
  }
  await eventually(async () => {
    if ((await templates.findOne({ _id: service }))?.ready !== true) throw new Error(`${name} is not ready`);
  }, BUILT_WITHIN_MS);
  await copyDatabase(connection.useDb(name), connection.name);
  await prepare();
}

function templateOf(service: string): string {
  return `template_${service}_${ofRun(process.ppid)}`;
}

/** What the databases of a service are prepared with, once the first one is. */
export function preparedWith(connection: Connection, service: string): Connection {
  return connection.useDb(templateOf(service));
}

/** Makes a database again what another one holds, or empty: its collections and indexes stay. */
export async function refill(
  connection: Connection,
  source: Connection | null,
  written: ReadonlySet<string>,
): Promise<void> {
  const collections = (await connection.listCollections()).filter(({ name }) => !name.startsWith('system.'));
  await Promise.all(
    collections.map(async ({ name }) => {
      const has = await connection.collection(name).estimatedDocumentCount();
      const had = source === null ? 0 : await source.collection(name).estimatedDocumentCount();
      if (has === had && (had === 0 || !written.has(name))) return;
      if (source !== null && had > MANY) return copyCollection(source, name, connection.name);
      await connection.collection(name).deleteMany({});
      if (source !== null) await mergeCollection(source, name, connection.name);
    }),
  );
}

async function comesFirst(templates: ReturnType<typeof templatesOf>, service: string): Promise<boolean> {
  try {
    await templates.insertOne({ _id: service, ready: false });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

export async function copyDatabase(from: Connection, to: string): Promise<void> {
  const collections = await from.listCollections();
  for (const { name } of collections.filter((each) => each.name !== 'templates')) {
    if ((await from.collection(name).findOne()) === null) continue;
    await copyCollection(from, name, to);
  }
}

async function mergeCollection(from: Connection, name: string, to: string): Promise<void> {
  await from
    .collection(name)
    .aggregate([{ $merge: { into: { db: to, coll: name } } }])
    .toArray();
}

/** What stood there goes; its indexes stay. */
async function copyCollection(from: Connection, name: string, to: string): Promise<void> {
  await from
    .collection(name)
    .aggregate([{ $out: { db: to, coll: name } }])
    .toArray();
}
