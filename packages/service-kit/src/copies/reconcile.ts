import { setTimeout as pause } from 'node:timers/promises';
import type { RegionCode } from '@qianshou/kernel';
import type { Connection } from 'mongoose';
import type { AggregateModel } from '../aggregates/aggregate-schema.ts';
import { fillMissing } from '../aggregates/missing-fields.ts';
import { inTransaction, transactionSession } from '../mongo/transaction.ts';
import { type CopyDifference, differencesOf, type StoredCopy, written } from './differences.ts';
import type { Replay } from './replay.ts';
import { idsOfBoth } from './ids-of-both.ts';

export interface ReconcileOptions {
  readonly kept: Readonly<Record<string, string>>;
  /** The running service's database. */
  readonly connection: Connection;
  /** Where the owners were heard anew. */
  readonly beside: Connection;
  readonly replay: Replay;
  readonly rebuild: boolean;
  readonly onDifference: (difference: CopyDifference) => void;
  readonly onProgress?: (noun: string, copies: number) => void;
}

export interface Reconciled {
  readonly copies: number;
  readonly differing: number;
  /** The counties of what was put right. */
  readonly counties: ReadonlySet<RegionCode>;
}

interface Shelf {
  readonly noun: string;
  readonly collection: string;
  readonly schema: AggregateModel['schema'];
}

const TOGETHER = 200;
/** How often, in one run, it is looked again at what differs: an event may be on its way while the service runs. */
const LOOKS = 10;
const LOOK_AGAIN_MS = 500;

/**
 * Compares each copy with what its owner's log comes to, and puts it right where that is asked for. The service may
 * run: a copy is read before the owners are heard up to now, so what it holds and they do not say is unsaid; and it is
 * replaced only if nobody has written it since, in a transaction that conflicts with a reaction to the same object.
 */
export async function reconcile(options: ReconcileOptions): Promise<Reconciled> {
  await options.replay.advance();
  const run = { ...options, looksLeft: { count: LOOKS }, counties: new Set<RegionCode>() };
  let [copies, differing] = [0, 0];
  for (const shelf of shelvesOf(options)) {
    for await (const ids of idsOfBoth(
      collectionOf(options.connection, shelf),
      collectionOf(options.beside, shelf),
      TOGETHER,
    )) {
      differing += await settle(run, shelf, ids);
      copies += ids.length;
      options.onProgress?.(shelf.noun, copies);
    }
  }
  return { copies, differing, counties: run.counties };
}

interface Run extends ReconcileOptions {
  readonly looksLeft: { count: number };
  readonly counties: Set<RegionCode>;
}

function shelvesOf({ kept, connection }: ReconcileOptions): readonly Shelf[] {
  const models = Object.values(connection.models) as unknown as readonly AggregateModel[];
  return Object.entries(kept).map(([noun, collection]) => {
    const model = models.find((each) => each.collection.collectionName === collection);
    if (model === undefined) throw new Error(`no collection ${collection} keeps copies of ${noun}`);
    return { noun, collection, schema: model.schema };
  });
}

/** Answers how many of them differ, or did before they were put right. */
async function settle(run: Run, shelf: Shelf, ids: readonly string[]): Promise<number> {
  let found = await look(run, shelf, ids);
  while (found.length > 0 && run.looksLeft.count > 0) {
    run.looksLeft.count -= 1;
    await pause(LOOK_AGAIN_MS);
    found = await look(
      run,
      shelf,
      found.map(({ id }) => id),
    );
  }
  for (const each of found) {
    each.differences.forEach(run.onDifference);
    if (run.rebuild) await putRight(run, shelf, each);
  }
  return found.length;
}

interface Finding {
  readonly id: string;
  readonly kept: StoredCopy | undefined;
  readonly told: StoredCopy | undefined;
  readonly differences: readonly CopyDifference[];
}

async function look(run: Run, shelf: Shelf, ids: readonly string[]): Promise<readonly Finding[]> {
  const kept = await read(run.connection, shelf, ids);
  await run.replay.advance();
  const told = await read(run.beside, shelf, ids);
  return ids
    .map((id) => findingOf(shelf, id, kept.get(id), told.get(id)))
    .filter(({ differences }) => differences.length > 0);
}

function findingOf(
  { noun }: Shelf,
  id: string,
  kept: StoredCopy | undefined,
  told: StoredCopy | undefined,
): Finding {
  const both = { id, ...(kept === undefined ? {} : { kept }), ...(told === undefined ? {} : { told }) };
  return { id, kept, told, differences: differencesOf(noun, both) };
}

/** What a reaction has written meanwhile is looked at again. */
async function putRight(run: Run, shelf: Shelf, { id, kept, told }: Finding): Promise<void> {
  const copies = collectionOf(run.connection, shelf);
  const isWritten = await inTransaction(run.connection, async () => {
    const session = transactionSession();
    const now = await copies.findOne({ _id: id }, { session });
    if (written(now === null ? null : fillMissing(shelf.schema, now)) !== written(kept ?? null)) return false;
    if (told === undefined) await copies.deleteOne({ _id: id }, { session });
    else await copies.replaceOne({ _id: id }, told, { upsert: true, session });
    return true;
  });
  if (!isWritten) {
    const [again] = await look(run, shelf, [id]);
    return again === undefined ? undefined : putRight(run, shelf, again);
  }
  for (const copy of [kept, told]) noteCounty(run, copy?.['countyCode'] ?? copy?._id);
}

/** What a copy says of a county may be kept under the county's own code. */
function noteCounty({ counties }: Run, value: unknown): void {
  if (typeof value === 'string' && /^[0-9]{6}$/.test(value)) counties.add(value as RegionCode);
}

/** What an earlier build did not write reads as its default. */
async function read(
  connection: Connection,
  shelf: Shelf,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredCopy>> {
  const found = await collectionOf(connection, shelf)
    .find({ _id: { $in: [...ids] } }, { readConcern: 'majority' })
    .toArray();
  return new Map(found.map((copy) => [copy._id, fillMissing(shelf.schema, copy)]));
}

function collectionOf(connection: Connection, { collection }: Shelf) {
  return connection.collection<StoredCopy>(collection);
}
