import type { ServiceName } from '@qianshou/events';
import type { Connection } from 'mongoose';
import { isFields } from '../audit/changed-fields.ts';
import { recordRepairs } from '../audit/record-decision.ts';
import { trusted } from '../mongo/connection.ts';
import { inTransaction, transactionSession } from '../mongo/transaction.ts';
import { withoutSearch } from './name-search.ts';

/** Where documents of a collection name others by their id. */
export interface ReferencePlace {
  readonly collection: string;
  readonly paths: readonly string[];
  /** Those of them alone that this filter lets through. */
  readonly among?: Readonly<Record<string, unknown>>;
  /** A copy of another service's facts: its owner's audit log knows what becomes of it. */
  readonly copy?: true;
}

type Stored = Readonly<Record<string, unknown>> & { readonly _id: string };

/**
 * Two objects turned out to be one: whatever names the one names the other from now on. Nothing else of a document
 * changes, and nobody decided anything about it, so it stays in its version; the audit log says what was moved.
 */
export function movedReferences(
  connection: Connection,
  service: ServiceName,
  places: readonly ReferencePlace[],
): (from: string, to: string) => Promise<void> {
  return (from, to) =>
    inTransaction(connection, async () => {
      for (const place of places) await move({ connection, service, place }, from, to);
    });
}

interface Ground {
  readonly connection: Connection;
  readonly service: ServiceName;
  readonly place: ReferencePlace;
}

async function move({ connection, service, place }: Ground, from: string, to: string): Promise<void> {
  const session = transactionSession();
  const documents = connection.collection<Stored>(place.collection);
  const naming = trusted({ ...place.among, $or: place.paths.map((path) => ({ [path]: from })) });
  const found = await documents.find(naming, { session }).toArray();
  if (found.length === 0) return;
  const moves = found.map((before) => ({ before, set: placesOf(before, from, to) }));
  const writes = moves.map(({ before: { _id }, set }) => ({
    updateOne: { filter: { _id }, update: { $set: set } },
  }));
  await documents.bulkWrite(writes, { session });
  if (place.copy === true) return;
  const repaired = moves.map(({ before }) => ({
    objectType: place.collection,
    before: withoutSearch(before),
    after: withoutSearch(renamed(before, from, to) as Stored),
  }));
  await recordRepairs(connection, service, repaired);
}

/** What is set: a list that names both already names the other once. */
function placesOf(document: Stored, from: string, to: string): Readonly<Record<string, unknown>> {
  const changed = Object.entries(document).filter(([field, value]) => field !== '_id' && names(value, from));
  return Object.fromEntries(changed.map(([field, value]) => [field, renamed(value, from, to)]));
}

function names(value: unknown, id: string): boolean {
  if (Array.isArray(value)) return value.some((each) => names(each, id));
  return isFields(value) ? Object.values(value).some((each) => names(each, id)) : value === id;
}

function renamed(value: unknown, from: string, to: string): unknown {
  if (value === from) return to;
  if (Array.isArray(value)) {
    const list = value.map((each) => renamed(each, from, to));
    return list.every((each) => typeof each === 'string') ? [...new Set(list)] : list;
  }
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, renamed(each, from, to)]));
}
