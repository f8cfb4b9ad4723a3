import type { ServiceName } from '@qianshou/events';
import { type Page, type PageRequest, type RegionCode } from '@qianshou/kernel';
import type { Connection } from 'mongoose';
import { readOptions } from '../mongo/bounded-reads.ts';
import { trusted } from '../mongo/connection.ts';
import { keysetPage } from '../mongo/keyset-page.ts';
import { withinRegion } from '../mongo/within-region.ts';
import type { AuditEntry, AuditOutcome } from './audit-entry.ts';
import { auditModel, type AuditRow, entryOf } from './audit-rows.ts';
import { type AuditHead, auditCollections, storedRanges } from './audit-tree.ts';
import { inclusionPath } from './merkle.ts';

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
  readonly day: string | null;
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

export function auditReader(connection: Connection, service: ServiceName): AuditReader {
  const model = auditModel(connection);
  const { heads } = auditCollections(connection);
  const read = async (filter: Record<string, unknown>, page: PageRequest): Promise<Page<ReadEntry>> => {
    const found = await keysetPage<Read>({ model, filter, order: LATEST_FIRST, page });
    return { ...found, items: found.items.map(({ node, cursor }) => ({ node: readEntry(node), cursor })) };
  };
  const head = async (): Promise<ToldHead | null> => {
    const [last] = await heads.find({}, readOptions()).sort({ _id: -1 }).limit(1).toArray();
    return last === undefined ? null : { ...last, service };
  };
  return {
    history: (objectId, page) => read({ objectId, outcome: 'DONE' }, page),
    log: (question, page) => read(filterOf(question), page),
    head,
    proof: async ({ index }) => {
      const size = (await head())?.size ?? 0;
      if (index === null || index >= size) return null;
      const path = await inclusionPath(index, size, storedRanges(connection));
      return { index, size, path: path.map((hash) => hash.toString('base64')) };
    },
  };
}

function readEntry({ body, index, regions }: Read): ReadEntry {
  return { ...entryOf(body), body, index, regions };
}

function filterOf({ within, ...asked }: AuditQuestion): Record<string, unknown> {
  const equal = Object.entries(asked).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(equal), ...placesOf(within) };
}

function placesOf(within: AuditQuestion['within']): Record<string, unknown> {
  if (within === null) return {};
  if (within.length === 0) return { regions: trusted({ $in: [] }) };
  return { $or: within.map((region) => ({ regions: trusted({ $elemMatch: withinRegion(region) }) })) };
}
