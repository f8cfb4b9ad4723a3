import type { Connection } from 'mongoose';
import { aggregateModel, type AggregateModel, aggregateSchema } from '../aggregates/aggregate-schema.ts';
import { type AuditEntry, putsRight } from './audit-entry.ts';
import { canonicalJson } from './canonical-json.ts';

/** An entry as it is kept: its text, which is the leaf, and beside it what questions are asked by. */
export interface AuditRow {
  readonly _id: string;
  readonly body: string;
  /** Of the digests in the text. Never shown. */
  readonly salt: string;
  /** The place in the tree; null until it is given. */
  readonly index: number | null;
  /** Base64 of the leaf's hash; null like the place. */
  readonly leaf: string | null;
  readonly at: Date;
  readonly outcome: string;
  readonly operation: string;
  readonly subject: string | null;
  readonly objectId: string | null;
  /** Puts right what was recorded before; absent in rows of before. */
  readonly putsRight?: boolean;
  /** Where the object lies; of a refusal, where who was refused may act. */
  readonly regions: readonly string[];
}

export const AUDIT = 'audit';

export function auditRows(connection: Connection) {
  return connection.collection<AuditRow>(AUDIT);
}

export interface Kept {
  readonly entry: AuditEntry;
  readonly salt: string;
  readonly regions: readonly string[];
}

export function rowOf({ entry, salt, regions }: Kept): AuditRow {
  return {
    _id: entry.id,
    body: canonicalJson(entry),
    salt,
    index: null,
    leaf: null,
    ...askedBy(entry),
    regions,
  };
}

/** What stands beside the text again, so that an index serves it: a check holds it against the text. */
export function askedBy(entry: AuditEntry) {
  return {
    at: entry.at,
    outcome: entry.outcome,
    operation: entry.operation,
    subject: entry.actor.subject,
    objectId: entry.objectId,
    putsRight: putsRight(entry),
  };
}

/** @throws where the text is none of an entry: somebody changed it. */
export function entryOf(body: string): AuditEntry {
  const entry = JSON.parse(body) as Omit<AuditEntry, 'at'> & { readonly at: string };
  return { ...entry, at: new Date(entry.at) };
}

const text = { type: String, default: null };

const schema = aggregateSchema(
  {
    body: text,
    salt: text,
    index: { type: Number, default: null },
    leaf: text,
    at: Date,
    outcome: text,
    operation: text,
    subject: text,
    objectId: text,
    putsRight: Boolean,
    regions: [String],
  },
  [
    { keys: { index: 1 }, unique: true, where: { index: { $gte: 0 } } },
    // Those that wait for their place.
    { keys: { at: 1, _id: 1 }, where: { index: null } },
    { keys: { objectId: 1, at: -1, _id: -1 } },
    { keys: { objectId: 1, at: 1, _id: 1 }, where: { putsRight: true } },
    { keys: { outcome: 1, at: -1, _id: -1 }, where: { outcome: 'REFUSED' } },
    { keys: { regions: 1, at: -1, _id: -1 } },
    { keys: { operation: 1, at: -1, _id: -1 } },
    { keys: { subject: 1, at: -1, _id: -1 } },
    { keys: { at: -1, _id: -1 } },
  ],
);

/** To read by. It also has the collection and its indexes made. */
export function auditModel(connection: Connection): AggregateModel {
  return aggregateModel(connection, 'AuditEntry', schema, AUDIT);
}
