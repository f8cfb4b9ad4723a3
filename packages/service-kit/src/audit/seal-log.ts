import { createPublicKey, type KeyObject, randomUUIDv7, sign, verify } from 'node:crypto';
import type { ServiceName } from '@qianshou/events';
import type { Connection } from 'mongoose';
import { inTransaction, transactionSession } from '../mongo/transaction.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { EventKey } from '../signing/event-keys.ts';
import { type AuditRow } from './audit-rows.ts';
import {
  type AuditHead,
  auditCollections,
  type BlockRow,
  blocksCompleted,
  type TreeRow,
  treeOf,
} from './audit-tree.ts';
import { canonicalJson } from './canonical-json.ts';
import { type GrowingTree, leafHash } from './merkle.ts';

export interface Sealing {
  readonly connection: Connection;
  readonly service: ServiceName;
  readonly outbox: Outbox;
  readonly key: EventKey;
  readonly now?: () => Date;
}

const AT_ONCE = 1_000;

/** A head is due after so many entries or so long; below so many, whenever the log has doubled: a young one is not unproven for an hour. */
const HEAD_AFTER_ENTRIES = 1_000;
const YOUNG = 500;
const HEAD_AFTER_MS = 3_600_000;

/** Gives every entry its place in the tree, and signs a head where one is due. Returns how many found their place. */
export async function sealAuditLog(sealing: Sealing): Promise<number> {
  for (let placed = 0; ;) {
    const more = await inTransaction(sealing.connection, () => sealNext(sealing));
    placed += more;
    if (more < AT_ONCE) return placed;
  }
}

/** Reads and writes the one document of the tree, so that of two processes at it one begins again. */
async function sealNext(sealing: Sealing): Promise<number> {
  const { entries, tree } = auditCollections(sealing.connection);
  const session = transactionSession();
  const row = await tree.findOne({ _id: 'tree' }, { session });
  const found = await entries
    .find({ index: null }, { session })
    .sort({ at: 1, _id: 1 })
    .limit(AT_ONCE)
    .toArray();
  const growing = treeOf(row);
  if (found.length > 0) await place(sealing.connection, growing, found);
  const grown: TreeRow = {
    _id: 'tree',
    logId: row?.logId ?? `aud_${randomUUIDv7()}`,
    size: growing.size(),
    subtrees: growing.subtrees().map((hash) => hash.toString('base64')),
  };
  if (found.length > 0) await tree.replaceOne({ _id: 'tree' }, grown, { session, upsert: true });
  await signWhereDue(sealing, growing, grown.logId);
  return found.length;
}

async function place(connection: Connection, tree: GrowingTree, rows: readonly AuditRow[]): Promise<void> {
  const { entries, blocks } = auditCollections(connection);
  const session = transactionSession();
  const completed: BlockRow[] = [];
  const places = rows.map(({ _id, body }) => {
    const [index, leaf] = [tree.size(), leafHash(body)];
    completed.push(...blocksCompleted(index + 1, tree.add(leaf)));
    return { updateOne: { filter: { _id }, update: { $set: { index, leaf: leaf.toString('base64') } } } };
  });
  await entries.bulkWrite(places, { session });
  if (completed.length > 0) await blocks.insertMany(completed, { session });
}

async function signWhereDue(sealing: Sealing, tree: GrowingTree, logId: string): Promise<void> {
  const { heads } = auditCollections(sealing.connection);
  const session = transactionSession();
  const [last] = await heads.find({}, { session }).sort({ _id: -1 }).limit(1).toArray();
  const at = sealing.now?.() ?? new Date();
  if (!isDue(tree.size(), last, at)) return;
  const said = { service: sealing.service, size: tree.size(), root: tree.root().toString('base64'), at };
  const { id: keyId, key } = sealing.key;
  const signature = sign(null, Buffer.from(headText(said)), key).toString('base64');
  const { size, root } = said;
  const head: AuditHead = { _id: (last?._id ?? 0) + 1, size, root, at, keyId, signature };
  await heads.insertOne(head, { session });
  await sealing.outbox.append([
    {
      aggregate: 'audit-log',
      aggregateId: logId,
      sequence: head._id,
      publication: {
        type: `qianshou.${sealing.service}.audit-sealed.v1`,
        data: { size, root, sealedAt: at.toISOString(), keyId, signature },
        regionCode: null,
      },
    },
  ]);
}

function isDue(size: number, last: AuditHead | undefined, at: Date): boolean {
  const before = last?.size ?? 0;
  if (size === before) return false;
  const age = last === undefined ? HEAD_AFTER_MS : at.getTime() - last.at.getTime();
  const many = before < YOUNG ? before : HEAD_AFTER_ENTRIES;
  return size - before >= many || age >= HEAD_AFTER_MS;
}

export type SaidOfHead = Pick<AuditHead, 'size' | 'root' | 'at'> & { readonly service: ServiceName };

/** What is signed: the canonical JSON of service, size, root and time. */
export function headText({ service, size, root, at }: SaidOfHead): string {
  return canonicalJson({ service, size, root, at });
}

export function isSignedBy(service: ServiceName, head: AuditHead, key: KeyObject): boolean {
  const text = Buffer.from(headText({ ...head, service }));
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return verify(null, text, publicKey, Buffer.from(head.signature, 'base64'));
}
