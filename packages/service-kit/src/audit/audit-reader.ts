import type { ServiceName } from '@qianshou/events';
import { addDays, type CalendarDate, type Page, type PageRequest, type RegionCode } from '@qianshou/kernel';
import DataLoader from 'dataloader';
import type { Connection } from 'mongoose';
import type { AggregateModel } from '../aggregates/aggregate-schema.ts';
import { readOptions } from '../mongo/bounded-reads.ts';
import { trusted } from '../mongo/connection.ts';
import { keysetPage } from '../aggregates/keyset-page.ts';
import { withinRegion } from '../mongo/within-region.ts';
import { type AuditEntry, type AuditOutcome, correctionOf } from './audit-entry.ts';
import { auditModel, type AuditRow, entryOf } from './audit-rows.ts';
import { type AuditHead, auditCollections, storedRanges } from './audit-tree.ts';
import { inclusionPath, type RangeHash } from './merkle.ts';

/** An entry with its text and its place. */
export interface ReadEntry extends AuditEntry {
  readonly body: string;
  readonly index: number | null;
  readonly regions: readonly string[];
}

export interface AuditQuestion {
  /** Null: the whole nation, and what lies nowhere. */
  readonly within: readonly RegionCode[] | null;
  readonly objectId: string | null;
  readonly operation: string | null;
  readonly subject: string | null;
  readonly outcome: AuditOutcome | null;
  readonly day: CalendarDate | null;
}

/** That an entry is in the tree whose head is told. */
export interface AuditProof {
  readonly index: number;
  readonly size: number;
  /** Base64, nearest first. */
  readonly path: readonly string[];
}

/** A head, and of which service. */
export type ToldHead = AuditHead & { readonly service: ServiceName };

export interface AuditReader {
  /** What was done to an object, latest first. */
  readonly history: (objectId: string, page: PageRequest) => Promise<Page<ReadEntry>>;
  /** The entry that put right what this one did; null where none did. */
  readonly correction: (entry: ReadEntry) => Promise<ReadEntry | null>;
  readonly log: (question: AuditQuestion, page: PageRequest) => Promise<Page<ReadEntry>>;
  /** Null until the first. */
  readonly head: () => Promise<ToldHead | null>;
  /** Null while no head covers the entry. */
  readonly proof: (entry: ReadEntry) => Promise<AuditProof | null>;
}

const LATEST_FIRST = [
  { path: 'at', direction: 'DESC' },
  { path: '_id', direction: 'DESC' },
] as const;

type Read = Omit<AuditRow, '_id'> & { readonly id: string };

/**
 * Made anew for each request: all that one answer proves is proved by one head, and what paths share is read once.
 */
export function auditReader(connection: Connection, service: ServiceName): () => AuditReader {
  const model = auditModel(connection);
  const { heads } = auditCollections(connection);
  const read = async (filter: Record<string, unknown>, page: PageRequest): Promise<Page<ReadEntry>> => {
    const found = await keysetPage<Read>({ model, filter, order: LATEST_FIRST, page });
    return { ...found, items: found.items.map(({ node, cursor }) => ({ node: readEntry(node), cursor })) };
  };
  const readHead = async (): Promise<ToldHead | null> => {
    const [last] = await heads.find({}, readOptions()).sort({ _id: -1 }).limit(1).toArray();
    return last === undefined ? null : { ...last, service };
  };
  return () => {
    let known: Promise<ToldHead | null> | undefined;
    const head = (): Promise<ToldHead | null> => (known ??= readHead());
    const hashOf = remembering(storedRanges(connection));
    const corrections = new DataLoader((ids: readonly string[]) => correctionsOf(model, ids));
    return {
      history: (objectId, page) => read({ objectId, outcome: 'DONE' }, page),
      correction: async (entry) => {
        if (entry.objectId === null || entry.outcome !== 'DONE') return null;
        return correctionOf(entry, await corrections.load(entry.objectId));
      },
      log: (question, page) => read(filterOf(question), page),
      head,
      proof: async ({ index }) => {
        const size = (await head())?.size ?? 0;
        if (index === null || index >= size) return null;
        const path = await inclusionPath(index, size, hashOf);
        return { index, size, path: path.map((hash) => hash.toString('base64')) };
      },
    };
  };
}

/** Of one object. */
const MOST_CORRECTIONS = 100;

const EARLIEST_FIRST = [
  { path: 'at', direction: 'ASC' },
  { path: '_id', direction: 'ASC' },
] as const;

/** What put right something of these objects, earliest first: a limit to each object, all of them in one command. */
async function correctionsOf(
  model: AggregateModel,
  objectIds: readonly string[],
): Promise<readonly (readonly ReadEntry[])[]> {
  const page = { first: MOST_CORRECTIONS, after: null };
  return Promise.all(
    objectIds.map(async (objectId) => {
      const filter = { objectId, putsRight: true };
      const { items } = await keysetPage<Read>({ model, filter, order: EARLIEST_FIRST, page });
      return items.map(({ node }) => readEntry(node));
    }),
  );
}

/** Paths of one tree meet on their way to the root. */
function remembering(hashOf: RangeHash): RangeHash {
  const known = new Map<string, ReturnType<RangeHash>>();
  return (from, to) => {
    const range = `${from}-${to}`;
    const hash = known.get(range) ?? hashOf(from, to);
    known.set(range, hash);
    return hash;
  };
}

function readEntry({ body, index, regions }: Read): ReadEntry {
  return { ...entryOf(body), body, index, regions };
}

function filterOf({ within, day, ...asked }: AuditQuestion): Record<string, unknown> {
  const equal = Object.entries(asked).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(equal), ...dayIn(day), ...placesOf(within) };
}

/** By the time, which every index of the log has. */
function dayIn(day: AuditQuestion['day']): Record<string, unknown> {
  if (day === null) return {};
  return { at: trusted({ $gte: beginOf(day), $lt: beginOf(addDays(day, 1)) }) };
}

function beginOf(day: CalendarDate): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

function placesOf(within: AuditQuestion['within']): Record<string, unknown> {
  if (within === null) return {};
  if (within.length === 0) return { regions: trusted({ $in: [] }) };
  return { $or: within.map((region) => ({ regions: trusted({ $elemMatch: withinRegion(region) }) })) };
}
