import type { KeyObject } from 'node:crypto';
import type { ServiceName } from '@qianshou/events';
import type { Connection } from 'mongoose';
import { auditCollections } from './audit-tree.ts';

/** The keys, the heads and the entries in order, a JSON text each: all that a verifier needs that trusts nobody here. */
export async function* exportAuditLog(
  connection: Connection,
  service: ServiceName,
  publicKeys: ReadonlyMap<string, KeyObject>,
): AsyncGenerator<string> {
  const { entries, heads } = auditCollections(connection);
  const keys = [...publicKeys].map(([id, key]) => [id, key.export({ format: 'jwk' }).x]);
  yield JSON.stringify({ service, keys: Object.fromEntries(keys) as Record<string, string> });
  for await (const { _id: number, ...head } of heads.find().sort({ _id: 1 }))
    yield JSON.stringify({ head: { number, ...head } });
  const rows = entries.find({ index: { $gte: 0 } }, { projection: { body: 1 } }).sort({ index: 1 });
  for await (const { body } of rows) yield JSON.stringify({ body });
}
